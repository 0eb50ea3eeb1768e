import { readFileSync } from 'node:fs';
import { accessible, advisoryAtSecretariat, asClient, demo, expect, printed, test, wellMade } from './hub';

const title = '遠隔保守の接続口が狙われています';
const operators = demo.clients.filter(c => c.role === 'operator' && c.ceptoar === 'telecom');
/** Neither of them has a person who works in the other tests. */
const [silent, answering] = [operators.at(-3), operators.at(-4)];

/** An urgent advisory for two members of T-CEPTOAR, through their ministry and secretariat. */
async function advisoryForTwo(): Promise<string> {
  const id = await advisoryAtSecretariat({
    title: { ja: title, en: 'Remote maintenance is under attack' },
    summary: { ja: '不要な接続口を閉じてください。', en: 'Close what you do not need.' },
    body: '## 対策\n\n1. 使っていない接続口を閉じる\n',
    severity: 'critical',
    urgency: 'urgent',
    purpose: 'containment',
    requiredAction: '不要な接続口を閉じ、確認を返してください。',
  });
  const secretariat = await asClient(c => c.role === 'secretariat' && c.ceptoar === 'telecom');
  const members = [silent?.organisationId, answering?.organisationId];
  await expect(async () =>
    expect((await secretariat('POST', `/api/advisories/${id}/relay`, { note: null, members })).status).toBe(200),
  ).toPass();
  return id;
}

test('A silent member is reached step by step before the eyes of its secretariat, past a channel that is off, until people call', async ({
  as,
}) => {
  test.setTimeout(480_000);
  const centre = await as('analyst', '/system/channels');
  await centre.getByRole('button', { name: 'メール を停止する' }).click();
  await centre.getByRole('dialog').getByRole('button', { name: '停止する' }).click();
  await expect(centre.getByRole('dialog').getByRole('alert')).toBeVisible();
  await centre.getByLabel('理由').fill('訓練：メールサーバーの停止');
  await accessible(centre);
  await centre.getByRole('dialog').getByRole('button', { name: '停止する' }).dblclick();
  await expect(centre.getByText('✓ メール を停止しました。')).toBeVisible();
  await expect(centre.getByRole('row', { name: /メール/ }).getByText('訓練：メールサーバーの停止')).toBeVisible();
  await wellMade(centre, 'channels');

  const page = await as('secretariat', '/relay/rules');
  await page.getByRole('button', { name: 'T-CEPTOAR の間隔を変更する' }).click();
  await page.getByLabel('至急のとき、返事を待つ時間（分）').fill('999');
  await page.getByRole('dialog').getByRole('button', { name: '変更する' }).click();
  await expect(page.getByText('通常の待ち時間以下としてください。')).toBeVisible();
  await page.getByLabel('至急のとき、返事を待つ時間（分）').fill('１');
  await page.getByRole('dialog').getByRole('button', { name: '変更する' }).click();
  await expect(page.getByText('✓ T-CEPTOAR の間隔を変更しました。')).toBeVisible();
  await expect(page.getByText('至急は 1 分、通常は 120 分ごとに次へ')).toBeVisible();
  await wellMade(page, 'relay-rules');

  const id = await advisoryForTwo();
  const peer = await asClient(c => c.organisationId === answering?.organisationId && c.role === 'operator');
  await expect(async () =>
    expect((await peer('POST', `/api/advisories/${id}/receipts`, { state: 'confirmed', comment: null })).ok).toBe(true),
  ).toPass();
  await page.goto(`/advisories/${id}/reach`);
  await expect(page.getByText('停止中の連絡手段があります：メール。')).toBeVisible();
  const tried = page.getByRole('list', { name: `${silent?.organisation} にハブがしたこと` });
  await expect(page.getByText('まだ何も試していません。')).toBeVisible();
  await expect(page.getByText('次は再通知：')).toBeVisible();
  // nobody reloads: the live line brings each step
  await expect(tried.getByText('再通知', { exact: true })).toBeVisible({ timeout: 100_000 });
  await expect(tried.getByText('送信済み')).toBeVisible();
  await expect(page.getByText('次は電話連絡リストへの掲載：')).toBeVisible();
  await expect(tried.getByText('電話連絡リスト')).toBeVisible({ timeout: 100_000 });
  for (const step of ['当番へ', '代理へ', '連絡手段 2 (メール)', '連絡手段 3 (電話)']) {
    await expect(tried.getByText(step, { exact: true })).toBeVisible();
  }
  for (const outcome of ['連絡先なし', '停止中', '送信手段なし']) await expect(tried.getByText(outcome).first()).toBeVisible();
  await expect(page.getByText('ハブが試せることは終わりました。')).toBeVisible();
  await wellMade(page, 'reach-steps', page.locator('main li:has(ol)').first());

  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV で保存する' }).click()]);
  expect(csv.suggestedFilename()).toMatch(/^A-\d{4}-\d+\.csv$/);
  expect(readFileSync(await csv.path(), 'utf8')).toContain(silent?.organisation);

  await page.getByRole('link', { name: 'FAX 送信票' }).click();
  await expect(page.getByText('TLP:AMBER').first()).toBeVisible();
  await expect(page.getByText('内容は FAX では送りません。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '返信欄' })).toBeVisible();
  await accessible(page);
  await printed(page, 'fax-sheet');

  await page.goto(`/advisories/${id}/call-sheet`);
  await expect(page.getByRole('button', { name: '印刷する' })).toBeEnabled();
  await expect(page.getByRole('heading', { name: 'ハブが試したこと' })).toBeVisible();
  await expect(page.getByText('停止中の連絡手段があります：メール。')).toBeVisible();
  await accessible(page);

  await page.goto('/system/channels');
  await expect(page.getByText('この画面では見るだけです。')).toBeVisible();
  await expect(page.getByRole('button', { name: /を(停止|再開)する$/ })).toHaveCount(0);
  await accessible(page);

  await centre.getByRole('button', { name: 'メール を再開する' }).click();
  await centre.getByLabel('理由').fill('訓練の終わり');
  await centre.getByRole('dialog').getByRole('button', { name: '再開する' }).click();
  await expect(centre.getByText('✓ メール を再開しました。')).toBeVisible();
});

test.afterAll(async () => {
  const analyst = await asClient(c => c.role === 'analyst');
  await analyst('PUT', '/api/channels/mail', { on: true, reason: '終了' });
  await analyst('PUT', '/api/escalation-rules/telecom', { urgentMinutes: 10, normalMinutes: 120, responses: 1 });
});

test('A person says what it wants mail about; the inbox stays whole', async ({ as }) => {
  const page = await as('approver', '/account');
  await expect(page.getByText('組織の受信箱からは何も除かれません。')).toBeVisible();
  await page.getByRole('button', { name: '配信の設定を変更する' }).click();
  for (const name of ['メールで受け取る', '情報通信', '注意喚起']) {
    await page.getByRole('checkbox', { name, exact: true }).setChecked(true, { force: true });
  }
  await page.getByLabel('重要度').selectOption('high');
  await page.getByLabel('製品名').fill('FortiGate\nIvanti Connect Secure');
  await page.getByText('1 日 1 通にまとめる').click();
  await page.getByLabel('まとめて届ける時刻（日本時間）').fill('08:30');
  await page.getByLabel('始まり').fill('22:00');
  await page.getByLabel('終わり').fill('');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('終わり').fill('07:00');
  await accessible(page);
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('✓ 配信の設定を保存しました。')).toBeVisible();
  await page.reload();
  await expect(page.getByText('FortiGate、Ivanti Connect Secure')).toBeVisible();
  await expect(page.getByText('毎日 08:30 に 1 通')).toBeVisible();
  await expect(page.getByText('22:00 から 07:00 まで')).toBeVisible();
  await wellMade(page, 'subscription', page.locator('main section:has(p.bg-blue-50)'));
});

test('Who keeps the contacts of an organisation sets its webhook, sees the secret once, and removes it', async ({ as }) => {
  const page = await as('manager', '/organisation');
  await page.getByRole('button', { name: 'Webhook を設定する' }).click();
  await page.getByLabel('URL').fill('https://127.0.0.1/hub');
  await page.getByRole('button', { name: '保存してシークレットを表示する' }).click();
  await expect(page.getByText('インターネット上のホストを指定してください。', { exact: false }).first()).toBeVisible();
  await page.getByLabel('URL').fill('https://hooks.ceptoarhub.example/hub');
  await page.getByRole('button', { name: '保存してシークレットを表示する' }).dblclick();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole('button', { name: 'シークレットをコピーする' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^whsec_\S{40,}$/);
  await accessible(page);
  await page.getByRole('button', { name: '控えました' }).click();
  await page.reload();
  await expect(page.getByText('https://hooks.ceptoarhub.example/hub')).toBeVisible();
  await expect(page.getByText(/whsec_/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Webhook を取り除く' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取り除く' }).click();
  await expect(page.getByText('✓ Webhook を取り除きました。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Webhook を設定する' })).toBeVisible();
});

test('Before release an author is told whom the hub can reach by nothing but itself', async ({ as }) => {
  const analyst = await asClient(c => c.role === 'analyst');
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('GAS'));
  const made = await analyst('POST', '/api/advisories', {
    template: 'alert',
    title: { ja: '制御装置の保守用パスワードについて', en: 'Maintenance passwords' },
    summary: { ja: '初期設定のまま使われています。', en: 'They are used as delivered.' },
    body: '変更してください。',
    severity: 'high',
    purpose: 'prevention',
    tlp: 'GREEN',
    audience: [group?.id],
  });
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const page = await as('analyst', `/drafts/${id}`);
  await expect(page.getByText(/ハブ以外の連絡手段（メール、電話、Webhook）が登録されていない組織があります。/)).toBeVisible();
  await expect(page.getByText(/再通知のあと、すぐに電話連絡リストに載せます/)).toBeVisible();
  await accessible(page);
});
