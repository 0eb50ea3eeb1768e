import { advisoryAtMembers, asClient, demo, expect, onPoorLine, person, printed, test, wellMade } from './hub';

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

const sample = {
  title: { ja: '受信側の確かめ', en: 'As its recipients see it' },
  summary: { ja: '要約です。', en: 'A summary.' },
  body: '本文です。',
  severity: 'medium',
  purpose: 'containment',
  requiredAction: '遮断してください。',
};

test('Indicators are taken along as CSV; one cannot act, is affected, is looking into it', async ({ as }) => {
  const indicators = [
    { type: 'domain', value: 'c2.example.net', role: 'attacker' },
    { type: 'ipv4', value: '203.0.113.7', role: 'attacker' },
  ];
  const page = await as('peer', `/advisories/${await advisoryAtMembers({ ...sample, indicators })}`);
  await page.getByRole('button', { name: 'CSV をコピー' }).click();
  await expect(page.getByText('コピーしました')).toBeVisible();
  const rows = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
  expect(rows[0]).toBe('"type","value","tlp","advisory"');
  expect(rows.slice(1, 3).sort()).toEqual([
    expect.stringMatching(/^"domain","c2\.example\.net","TLP:AMBER","A-\d{4}-\d+"$/),
    expect.stringMatching(/^"ipv4","203\.0\.113\.7","TLP:AMBER","A-\d{4}-\d+"$/),
  ]);

  await page.getByRole('button', { name: '調査中' }).click();
  await expect(page.getByRole('button', { name: '✓ 調査中' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '影響あり' }).click();
  await expect(page.getByRole('button', { name: '✓ 影響あり' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: '調査中', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: '対応できない' }).click();
  await page.getByRole('dialog').getByLabel('対応できない理由（任意）').fill('装置を止められないため。');
  await page.getByRole('dialog').getByRole('button', { name: '送る' }).click();
  await expect(page.getByText('✓ 対応できないと回答済み')).toBeVisible();
  await page.reload();
  await expect(page.getByText('✓ 対応できないと回答済み')).toBeVisible();
  await expect(page.getByRole('button', { name: '✓ 影響あり' })).toBeVisible();
  // what could be done after all is said in one press
  await page.getByRole('button', { name: '確認した', exact: true }).click();
  await expect(page.getByText('✓ 確認済み')).toBeVisible();
});

test('Script and markup in the body of an advisory do nothing on the page of its recipient', async ({ as }) => {
  const body = [
    '## 概要',
    '<script>window.ran = true</script><img src=x onerror="window.ran = true"><svg onload="window.ran = true"></svg>',
    '<iframe srcdoc="<script>parent.ran = true</script>"></iframe><style>main { display: none }</style>',
    '[開く](javascript:window.ran=true) ![絵](https://elsewhere.example/pixel.png)',
    '終わりの文です。',
  ].join('\n\n');
  const id = await advisoryAtMembers({ ...sample, body });
  const page = await as('peer');
  const elsewhere: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).hostname.endsWith('.example')) elsewhere.push(request.url());
  });
  await page.goto(`/advisories/${id}`);
  const written = page.locator('.written');
  await expect(written.getByText('終わりの文です。')).toBeVisible();
  await expect(written.locator('script, img, svg, iframe, style, [onerror], [onload], [href^="javascript"]')).toHaveCount(0);
  await expect(written.getByText('window.ran = true').first()).toBeVisible();
  for (const link of await written.getByText('開く', { exact: true }).all()) await link.click();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(elsewhere).toEqual([]);
});

test('300 advisories that arrive at once are one notice', async ({ as }) => {
  const page = await as('auditor');
  let speak: ((message: string) => void) | undefined;
  await page.routeWebSocket(/\/hubs\/advisories/, socket => {
    socket.connectToServer();
    speak = message => socket.send(message);
  });
  await page.goto('/inbox');
  await expect(page.getByText('接続中')).toBeVisible();
  const hints = Array.from({ length: 300 }, (_, i) => ({
    advisoryId: crypto.randomUUID(),
    mailbox: crypto.randomUUID(),
    sequence: i + 1,
    version: 1,
    event: 'released',
    tlp: 'AMBER',
    severity: 'high',
    kind: 'incident',
    drill: false,
    spreadMs: 0,
  }));
  // as SignalR frames what it says
  speak?.(hints.map(hint => `${JSON.stringify({ type: 1, target: 'advisoryAvailable', arguments: [hint] })}\u001e`).join(''));
  const notice = page.getByRole('region', { name: '受信箱' });
  await expect(notice.getByText('新しい情報提供が 300 件届きました')).toBeVisible();
  await expect(notice.getByText(/件届きました/)).toHaveCount(1);
  await expect(notice.getByRole('listitem')).toHaveCount(3);
  await notice.getByRole('button', { name: '通知を閉じる' }).click();
  await expect(notice.getByText(/件届きました/)).toHaveCount(0);
});
