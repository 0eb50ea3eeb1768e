import { accessible, endSession, expect, nextCode, onPoorLine, person, test, wellMade } from './hub';

const ofTheHub = (url: URL) => url.pathname.startsWith('/api/');

/** What an inbox holds in a bad hour, with names and titles as nobody wishes them. */
function advisories(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    number: `A-2026-${String(i).padStart(4, '0')}`,
    version: 1,
    state: 'released',
    title: `<script>window.ran = true</script><img src=x onerror="window.ran = true">${'とても長い題名'.repeat(12)} ${i}`,
    summary: null,
    tlp: 'AMBER+STRICT',
    kind: 'incident',
    severity: 'critical',
    urgency: 'urgent',
    sector: 'ict',
    reports: 2,
    issuedAt: new Date(Date.now() - i * 60_000).toISOString(),
    expiresAt: null,
    drill: i % 50 === 0,
    myReceipt: { state: 'queued', at: new Date().toISOString() },
  }));
}

test('300 advisories at once are shown quickly, and markup in them does nothing', async ({ as }) => {
  const page = await as('operator2', '/directory');
  await page.route(/\/api\/advisories\?/, route => {
    const asked = new URL(route.request().url()).searchParams;
    const limit = Number(asked.get('limit'));
    const fitting = advisories(300).filter(item => item.number.includes(asked.get('q') ?? ''));
    return route.fulfill({ json: { items: asked.has('mailbox') ? [] : fitting.slice(0, limit), next: null } });
  });
  await page.goto('/inbox');
  await expect(page.locator('main li h2')).toHaveCount(100);
  await wellMade(page, 'inbox-300');
  const began = Date.now();
  await page.getByRole('button', { name: 'さらに古いものを表示する' }).click();
  await expect(page.locator('main li h2')).toHaveCount(300);
  const shown = Date.now() - began;
  // biome-ignore lint/suspicious/noConsole: a figure that the suite shows
  console.log(`300 advisories shown after ${(shown / 1000).toFixed(1)} s`);
  await expect(page.getByText('<script>window.ran = true</script>').first()).toBeVisible();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);

  await page.getByLabel('ことばで探す').fill('A-2026-0299');
  await expect(page.locator('main li h2')).toHaveCount(1);
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: '名簿' }).click();
  await page.goBack();
  await expect(page.getByLabel('ことばで探す')).toHaveValue('A-2026-0299');
});

test('The hub is down: said plainly, with what else to do, and it goes on by itself', async ({ as }) => {
  const page = await as('operator2', '/inbox');
  await page.route(ofTheHub, route => route.abort());
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'ハブにつながりません' })).toBeVisible();
  await expect(page.getByRole('link', { name: /簡易版/ })).toHaveAttribute('href', '/light');
  await accessible(page);
  await page.unroute(ofTheHub);
  await expect(page.getByRole('heading', { level: 1, name: '受信箱' })).toBeVisible();
});

test('What one may not open is said, and shows nothing', async ({ as }) => {
  const page = await as('peer', '/audit');
  for (const path of ['/audit', '/audit/chain', '/system', '/people', '/policies/national/edit', '/directory/organisations/new']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'この画面は、あなたの役割では使えません' })).toBeVisible();
  }
  await accessible(page);
});

test('A line that breaks and a session that ends while one writes: nothing typed is lost, and it is sent once', async ({ as }) => {
  const who = person('manager');
  const page = await as('manager', '/people/invite');
  const name = `回線 途切${crypto.randomUUID().slice(0, 4)}`;
  await page.getByLabel('氏名※必須').fill(name);
  await page.getByLabel('メールアドレス').fill(`line-${crypto.randomUUID()}@demo.ceptoarhub.example`);
  await page.getByText('連絡担当', { exact: true }).click();
  await page.route(ofTheHub, route => route.abort());
  await page.getByRole('button', { name: '招待状を送る', exact: true }).click();
  await expect(page.getByText('ハブに接続できません')).toBeVisible();
  await expect(page.getByLabel('氏名※必須')).toHaveValue(name);
  await page.unroute(ofTheHub);

  await endSession(page.context());
  const again = page.getByRole('dialog', { name: 'サインインし直してください' });
  // the live line may have found out already
  if (!(await again.isVisible())) await page.getByRole('button', { name: '招待状を送る', exact: true }).dblclick({ force: true });
  await expect(again).toBeVisible();
  await again.getByLabel('パスワード', { exact: false }).first().fill(who.password);
  await again.getByLabel('認証アプリのコード').fill(await nextCode(who));
  await again.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(again).toHaveCount(0);
  const sent = page.getByText(/に招待状を送りました/);
  const form = page.getByRole('button', { name: '招待状を送る', exact: true });
  await expect(sent.or(form)).toBeVisible();
  // what had been pressed goes out by itself, and takes the form away; without a name nothing would
  if (await form.isVisible()) await form.click({ timeout: 10_000 }).catch(() => expect(sent).toBeVisible());
  await expect(sent).toBeVisible();
  await page.getByRole('button', { name: '利用者を削除する' }).click();
  const removed = page.waitForResponse(answer => answer.request().method() === 'DELETE');
  await page.getByRole('dialog').getByRole('button', { name: '利用者を削除する' }).click();
  expect((await removed).ok()).toBe(true);
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await expect(page.getByText('この条件に合う利用者はいません。')).toBeVisible();
});

test('The page without script is there within a second, in few bytes', async ({ browser, baseURL }) => {
  const who = person('approver');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/light`);
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(who.password);
  await page.locator('input[name=code]').fill(await nextCode(who));
  await page.locator('main button').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = await onPoorLine(page, '/light', () => page.goto(`${baseURL}/light`));
  expect(bytes).toBeLessThanOrEqual(30_000);
  await context.close();
});
