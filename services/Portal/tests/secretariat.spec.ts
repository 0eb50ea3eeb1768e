import { accessible, advisoryAtSecretariat, asClient, demo, expect, person, printed, test, wellMade } from './hub';

const title = 'ルーターの脆弱性を悪用する攻撃について';

const advisory = {
  title: { ja: title, en: 'Attacks on routers' },
  summary: { ja: '遠隔から操作されるおそれがあります。', en: 'They can be taken over from afar.' },
  body: '## 対策\n\n1. 修正版を適用する\n',
  severity: 'high',
  purpose: 'prevention',
  requiredAction: '三日以内に修正版を適用してください。',
  due: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  references: [{ cve: 'CVE-2026-40999', cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', cvssScore: 9.8 }],
};

test('A secretariat relays with its own words, sees who is silent, reminds them and writes a call down', async ({ as }) => {
  const id = await advisoryAtSecretariat(advisory, '展開をお願いします。');
  const page = await as('secretariat', '/relay');
  await expect(page.getByRole('link', { name: title, exact: true }).first()).toBeVisible();
  await wellMade(page, 'relay-desk');

  await page.goto(`/relay/${id}`);
  await page.getByLabel('添えることば（任意）').fill('会員の皆様：適用状況をお知らせください。');
  await page.getByText('選んだ組織だけ').first().click();
  await page.getByRole('button', { name: '0 組織に展開する' }).click();
  await expect(page.getByText('少なくとも 1 組織を選んでください。')).toBeVisible();
  await page.getByText(/^全員（\d+ 組織）$/).click();
  await accessible(page);
  await page.getByRole('button', { name: /^\d+ 組織に展開する$/ }).dblclick();
  const board = page.getByRole('heading', { level: 1, name: '到達状況' });
  // the second press may meet the link that takes the button's place
  await expect(page.getByText('✓ 展開しました。').or(board)).toBeVisible();
  if (!(await board.isVisible())) await page.getByRole('link', { name: '到達状況を見る' }).click();
  await expect(board).toBeVisible();
  const peer = await asClient(c => c.organisation === person('peer').organisation);
  await peer('POST', `/api/advisories/${id}/receipts`, { state: 'confirmed', comment: null });
  await expect(page.getByText(/のうち 1 組織が確認しました/).first()).toBeVisible();
  await page.getByRole('button', { name: /組織に再通知する$/ }).click();
  await expect(page.getByText(/組織に再通知しました/)).toBeVisible();
  const silent = demo.clients.find(c => c.role === 'operator' && c.ceptoar === 'telecom' && c.organisation !== person('peer').organisation);
  await page.getByRole('button', { name: `${silent?.organisation} の連絡先` }).click();
  await expect(page.getByText(/0\d-\d+-\d+/).first()).toBeVisible();
  await page.getByRole('button', { name: `${silent?.organisation} への連絡を記録する` }).click();
  await page.getByRole('button', { name: '記録する', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('dialog').getByText('つながった', { exact: true }).click();
  await page.getByRole('button', { name: '記録する', exact: true }).click();
  await expect(page.getByText(`${silent?.organisation} への連絡を記録しました。`)).toBeVisible();
  await wellMade(page, 'reach');
  await page.getByRole('link', { name: '電話連絡表' }).click();
  await expect(page.getByRole('button', { name: '印刷する' })).toBeEnabled();
  await accessible(page);
  await printed(page, 'call-sheet');
});

test('A secretariat keeps its members: finds one, mends its contacts, asks it to confirm', async ({ as }) => {
  const page = await as('secretariat', '/members');
  await wellMade(page, 'members');
  const member = demo.clients.filter(c => c.role === 'operator' && c.ceptoar === 'telecom').at(-1);
  await page.getByLabel('組織名で探す').fill(member?.organisation ?? '');
  await page.getByRole('link', { name: member?.organisation ?? '', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: member?.organisation ?? '' })).toBeVisible();
  await page.getByRole('button', { name: '変更する: 窓口（24時間）' }).click();
  await page.getByLabel('名前').fill('監視センター');
  await page.getByLabel('電話番号').fill('');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('電話番号').fill('03-5550-0199');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('✓ 保存しました。')).toBeVisible();
  await page.getByRole('button', { name: '窓口（24時間）: つながった', exact: true }).click();
  await expect(page.getByText('「つながった」と記録しました。')).toBeVisible();
  await wellMade(page, 'member');
  for (const part of ['当番', '基本情報', '登録内容の確認', '利用者と接続', '変更の履歴']) {
    await page.getByRole('link', { name: part, exact: true }).click();
    await expect(page.getByRole('link', { name: part, exact: true })).toHaveAttribute('aria-current', 'page');
  }
  await page.goto('/members/import');
  await page.getByLabel(/CSVファイル/).setInputFiles({
    name: 'members.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,name,kind,ceptoars\n,,operator,telecom\n'),
  });
  await page.getByRole('button', { name: '下調べをする' }).click();
  await expect(page.getByText('2 行目')).toBeVisible();
  await expect(page.getByRole('heading', { name: /何も取り込んでいません/ })).toBeVisible();
  await accessible(page);
});

test('A manager keeps its own organisation: people, what identifies it, the rules', async ({ as }) => {
  const page = await as('manager', '/organisation?part=people');
  await page.getByRole('button', { name: '利用者を招待する' }).click();
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'キャンセル' }).click();
  await accessible(page);
  await page.getByRole('link', { name: '識別情報', exact: true }).click();
  await expect(page.getByRole('heading', { name: '組織を特定することば' })).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: '取扱いルール', exact: true }).click();
  await expect(page.getByRole('heading', { name: '使ってよい目的' })).toBeVisible();
});

test('A liaison sees what goes through its ministry, and keeps its rule', async ({ as }) => {
  const page = await as('liaison', '/passage');
  await wellMade(page, 'passage');
  await page.getByRole('link', { name: '省庁の規則を見る' }).click();
  await page.getByRole('button', { name: /T-CEPTOAR：所管省庁から事務局へ/ }).click();
  await page.getByLabel('待つ時間（分）').fill('0');
  await page.getByRole('button', { name: '変更する', exact: true }).last().click();
  await expect(page.getByText('1 から 1440 の間としてください。')).toBeVisible();
  await page.getByLabel('待つ時間（分）').fill('30');
  await page.getByRole('button', { name: '変更する', exact: true }).last().click();
  await expect(page.getByText('✓ 規則を変更しました。')).toBeVisible();
  await accessible(page);
});

test('A secretariat makes a group and closes it', async ({ as }) => {
  const page = await as('secretariat', '/groups');
  await accessible(page);
  await page.getByRole('link', { name: 'グループを作る' }).click();
  const name = `検証部会 ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel('名前', { exact: false }).first().fill(name);
  await page.getByLabel(/英語名/).fill(`Group ${name.slice(-8)}`);
  await page.getByText(person('peer').organisation).first().click();
  await accessible(page);
  await page.getByRole('button', { name: '作る', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(person('peer').organisation)).toBeVisible();
  await page.getByRole('button', { name: 'グループを閉じる' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'グループを閉じる' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'グループ', exact: true })).toBeVisible();
});

test('A form that is left asks first, and stays as it was', async ({ as }) => {
  const page = await as('secretariat', '/members/new');
  const name = page.getByRole('textbox', { name: /^組織名/ });
  await name.fill('書きかけの組織');
  await page.getByRole('link', { name: '受信箱' }).first().click();
  const question = page.getByRole('dialog', { name: '保存していない変更があります' });
  await accessible(page);
  await question.getByRole('button', { name: 'この画面に残る' }).click();
  await expect(name).toHaveValue('書きかけの組織');
  await page.getByRole('link', { name: '受信箱' }).first().click();
  await question.getByRole('button', { name: '保存せずに移動' }).click();
  await expect(page).toHaveURL(/\/inbox/);
});
