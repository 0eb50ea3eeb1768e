import { asClient, demo, expect, onPoorLine, person, printed, test, wellMade } from './hub';

/** An operator of T-CEPTOAR reports with its text held back: the flash alone goes out. */
async function report(urgency: 'normal' | 'urgent'): Promise<void> {
  const call = await asClient(c => c.role === 'operator' && c.ceptoar === 'telecom');
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const answer = await call('POST', '/api/reports', {
    kind: 'incident',
    title: '不審な通信',
    body: '外部から不審な通信が続いています。',
    requestedTlp: 'GREEN',
    audience: [group?.id],
    events: ['leading.intrusion'],
    causes: ['intentional.unauthorisedAccess'],
    severity: 'high',
    urgency,
    serviceImpact: 'none',
    releaseMode: 'auto',
    detectedAt: new Date().toISOString(),
    indicators: [{ type: 'domain', value: `c2-${crypto.randomUUID().slice(0, 8)}.example.net`, role: 'attacker' }],
  });
  expect(answer.status).toBe(201);
}

test('An advisory arrives live, is read, confirmed and answered', async ({ as }) => {
  const page = await as('peer', '/inbox');
  await expect(page.getByText('接続中')).toBeVisible();
  await report('urgent');
  await expect(page.getByText('新しい情報提供が 1 件届きました')).toBeVisible({ timeout: 90_000 });
  await expect(page).toHaveTitle(/^\(\d+\) 受信箱/);
  await wellMade(page, 'inbox');

  await page.getByRole('link', { name: '開く', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: '確認した' }).click();
  await expect(page.getByText('✓ 確認済み')).toBeVisible();
  await page.getByRole('button', { name: '影響なし' }).dblclick();
  await expect(page.getByRole('button', { name: '✓ 影響なし' })).toBeVisible();
  await page.getByRole('button', { name: '役に立った' }).click();
  await expect(page.getByRole('button', { name: '✓ 役に立った' })).toBeVisible();
  await page.getByRole('button', { name: 'STIX 2.1 をコピー' }).click();
  await expect(page.getByText('コピーしました')).toBeVisible();
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({ type: 'bundle' });
  await page.getByLabel('質問の内容').fill('通信先のポートは分かりますか');
  await page.getByRole('button', { name: '質問する' }).click();
  await expect(page.getByText('回答待ち')).toBeVisible();
  await wellMade(page, 'advisory');
  await printed(page, 'advisory');
});

test('A broken line is plainly said, and what came meanwhile is there once it is back', async ({ as }) => {
  const page = await as('operator2', '/inbox');
  await expect(page.getByText('接続中')).toBeVisible();
  const before = await page.locator('main li h2').count();
  // what its organisation has, asked past the browser
  const call = await asClient(c => c.role === 'operator' && c.organisationId === person('operator2').organisationId);
  const newest = async () => ((await (await call('GET', '/api/advisories?limit=1')).json()) as { items: { id: string }[] }).items[0]?.id;
  const known = await newest();
  await page.context().setOffline(true);
  await expect(page.getByText(/接続が切れています。最後の通信は/)).toBeVisible();
  await report('normal');
  await expect.poll(newest, { timeout: 60_000 }).not.toBe(known);
  await expect(page.locator('main li h2')).toHaveCount(before);
  await page.context().setOffline(false);
  await expect(page.getByText('接続中')).toBeVisible();
  await expect(page.locator('main li h2')).toHaveCount(before + 1);
});

test('The inbox is there on a poor line, in few bytes', async ({ as }) => {
  const page = await as('manager', '/sign-in');
  const bytes = await onPoorLine(page, 'inbox', async () => {
    await page.goto('/inbox');
    await page.locator('main li h2').first().waitFor();
  });
  expect(bytes).toBeLessThanOrEqual(200_000);
});

test('What is no page, or none for this person, looks the same', async ({ as }) => {
  const page = await as('auditor', '/advisories/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1, name: 'ページが見つかりません' })).toBeVisible();
  await page.goto('/inbox/none');
  await expect(page.getByRole('heading', { level: 1, name: 'ページが見つかりません' })).toBeVisible();
  expect((await page.request.get('/no-such-page')).status()).toBe(404);
});
