import { accessible, enrolled, expect, person, test, wellMade } from './hub';

test('An administrator registers an organisation, its people and its system, and finds what changed', async ({ as }) => {
  const page = await as('administrator', '/directory');
  await expect(page.getByRole('heading', { name: 'T-CEPTOAR' })).toBeVisible();
  await wellMade(page, 'directory-map');

  await page.getByRole('navigation', { name: '名簿' }).getByRole('link', { name: '組織', exact: true }).click();
  await page.getByLabel('名称で探す').fill(person('operator').organisation);
  await expect(page.getByRole('link', { name: person('operator').organisation })).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await wellMade(page, 'directory-organisations');

  const name = `試験通信${crypto.randomUUID().slice(0, 6)}・非常に長い名称の組織が画面からはみ出さずに折り返されることを確かめる株式会社`;
  await page.getByRole('link', { name: '組織を登録する' }).click();
  await page.getByRole('button', { name: '組織を登録する' }).click();
  await expect(page.getByLabel('名称※必須')).toBeFocused();
  await page.getByLabel('名称※必須').fill(name);
  await page.getByText('T-CEPTOAR', { exact: true }).click();
  await page.getByLabel('都道府県').selectOption('tokyo');
  await accessible(page);
  await page.getByRole('button', { name: '組織を登録する' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: '接続を発行する' }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByLabel('用途の名前').fill('監視基盤');
  await dialogue.getByRole('button', { name: '接続を発行する' }).click();
  await expect(page.getByText('二度と表示できません')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '控えました' }).click();
  await page.getByRole('button', { name: '失効: 監視基盤' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '失効' }).click();
  await expect(page.getByText('システム接続はありません。')).toBeVisible();

  await page.getByRole('link', { name: '利用者を招待する' }).click();
  await page.getByRole('button', { name: '招待状を送る' }).click();
  await expect(page.getByText('次の項目を確認してください。')).toBeVisible();
  await page.getByLabel('氏名※必須').fill('試験 太郎');
  await page.getByLabel('メールアドレス').fill(`test-${crypto.randomUUID()}@demo.ceptoarhub.example`);
  await page.getByText('連絡担当', { exact: true }).click();
  await accessible(page);
  await page.getByRole('button', { name: '招待状を送る' }).click();
  await expect(page.getByText(/に招待状を送りました/)).toBeVisible();
  await page.getByLabel('職務', { exact: true }).fill('情報システム部 当番');
  await page.getByRole('button', { name: '変更を保存する' }).click();
  await expect(page.getByText('✓ 保存しました')).toBeVisible();
  await wellMade(page, 'person');
  await page.getByRole('button', { name: '利用者を削除する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '利用者を削除する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '利用者' })).toBeVisible();
  await accessible(page);

  await page.goto(`/directory/organisations?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: '登録内容を変更する' }).click();
  await page.getByText('有効にする').click();
  await page.getByRole('button', { name: '変更を保存する' }).click();
  await expect(page.getByText('この組織は無効です')).toBeVisible();
  await expect(page.getByRole('row', { name: /有効.*はい.*いいえ/ })).toBeVisible();
  await wellMade(page, 'directory-organisation');
});

test('A manager keeps the people of the own organisation alone', async ({ as }) => {
  const page = await as('manager', '/people');
  await expect(page.getByRole('link', { name: person('operator').name })).toBeVisible();
  await expect(page.getByRole('link', { name: person('peer').name })).toHaveCount(0);
  await page.goto(`/directory/organisations/${person('peer').organisationId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'ページが見つかりません' })).toBeVisible();
  await page.goto('/directory/rules');
  await expect(page.getByText(/承諾しています/)).toBeVisible();
  await wellMade(page, 'handling-rules');
});

test('An administrator brings in an organisation from a file, and it accepts the handling rules before it reads', async ({ as }) => {
  const name = `取込ガス${crypto.randomUUID().slice(0, 6)}`;
  const page = await as('administrator', '/directory');
  await page.getByRole('navigation', { name: '名簿' }).getByRole('link', { name: 'CSVの取込み・書出し' }).click();
  const choose = (csv: string) =>
    page.getByLabel(/CSVファイル/).setInputFiles({ name: 'directory.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await choose(`id,name,kind,ceptoars,prefecture\n,${name},operator,gas,tokyo\n,${name}二号,operator,no-such,tokyo\n`);
  await page.getByRole('button', { name: '下調べをする' }).click();
  await expect(page.getByText('3 行目')).toBeVisible();
  await expect(page.getByRole('heading', { name: /何も取り込んでいません/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /変更を取り込む$/ })).toHaveCount(0);
  await choose(`id,name,kind,ceptoars,prefecture\n,${name},operator,gas,tokyo\n`);
  await page.getByRole('button', { name: '下調べをする' }).click();
  await expect(page.getByText('下調べの結果です。', { exact: false })).toBeVisible();
  await wellMade(page, 'import');
  await page.getByRole('button', { name: '1 件の変更を取り込む' }).click();
  await expect(page.getByText('✓ 取り込みました。')).toBeVisible();
  await accessible(page);

  await page.goto(`/directory/organisations?q=${encodeURIComponent(name)}`);
  const found = page.getByRole('link', { name, exact: true });
  const id = ((await found.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
  const manager = await enrolled('newManager', '取込 管理', id, ['manager', 'operator']);
  await enrolled('newOperator', '取込 担当', id, ['operator']);

  const operator = await as('newOperator', '/');
  await expect(operator.getByRole('link', { name: '取扱いルールを読んで承諾する' })).toBeVisible();
  await operator.goto('/inbox');
  await expect(operator.getByRole('heading', { level: 1, name: '取扱いルールを承諾してください' })).toBeVisible();
  await expect(operator.getByText(manager.name)).toBeVisible();
  await expect(operator.getByRole('button', { name: '組織として承諾する' })).toHaveCount(0);
  await wellMade(operator, 'accept-first');

  const accepting = await as('newManager', '/inbox');
  await accepting.getByRole('button', { name: '組織として承諾する' }).click();
  await expect(accepting.getByRole('heading', { level: 1, name: '受信箱' })).toBeVisible();
  await expect(accepting.getByText('届いた情報提供はありません。', { exact: false })).toBeVisible();
  await operator.reload();
  await expect(operator.getByRole('heading', { level: 1, name: '受信箱' })).toBeVisible();
});
