import { expect, test, wellMade } from './hub';

test('A secretariat writes a policy, tries it, drafts it, and cannot approve it alone', async ({ as }) => {
  const page = await as('secretariat', '/policies');
  await expect(page.getByRole('heading', { name: 'あなたの組織が定める方針' })).toBeVisible();
  await wellMade(page, 'policies');
  await page.getByRole('link', { name: 'T-CEPTOAR の方針' }).click();
  await page.getByRole('link', { name: '新しい版を書く' }).click();
  await page.getByRole('button', { name: '規則を加える' }).click();
  const rule = page.getByRole('region', { name: /^規則 \d+$/ }).last();
  await rule.getByText('継続中の攻撃', { exact: true }).click();
  await rule.getByText('マルウェア等の感染', { exact: true }).click();
  await page.getByRole('button', { name: '試す' }).click();
  await expect(page.getByText('次の項目を確認してください。')).toBeVisible();
  await rule.getByLabel('規則の名前（ID）').fill(`test.${crypto.randomUUID().slice(0, 8)}`);
  await rule.getByLabel('理由の説明（日本語）').fill('攻撃が続いています。');
  await rule.getByLabel('理由の説明（英語）').fill('The attack goes on.');
  await page.getByRole('button', { name: '試す' }).click();
  await expect(page.getByText(/件のラベルが変わります|件数は示せません/)).toBeVisible();
  await wellMade(page, 'policy-edit');
  await page.getByLabel('緩める規則を加える').selectOption('attack.ongoing');
  await expect(page.getByText('試した後に内容を変えています')).toBeVisible();
  await page.getByRole('button', { name: '「継続中の攻撃」を緩めるのをやめる' }).click();
  await page.getByRole('button', { name: 'この内容で起案する' }).click();
  await expect(page.getByText(/'?.*(必須|空)/).first()).toBeVisible();
  await page.getByLabel('この版にする理由').fill('継続中のマルウェア感染は、構成員の中だけで扱うため。');
  await page.getByRole('button', { name: 'この内容で起案する' }).click();
  await expect(page.getByText('✓ 起案しました')).toBeVisible();
  await wellMade(page, 'policy');
  await page.getByRole('button', { name: '承認する' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '承認する' }).click();
  await expect(page.getByRole('dialog').getByText('作成者とは別の方が承認してください。')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
  await page.getByRole('button', { name: '否決する' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '否決する' }).click();
  await expect(page.getByText('✓ 否決しました。')).toBeVisible();
});

test('Who reads the policies does not write them', async ({ as }) => {
  const page = await as('administrator', '/policies/national');
  await expect(page.getByText('現在有効')).toBeVisible();
  await expect(page.getByRole('link', { name: '新しい版を書く' })).toHaveCount(0);
  await wellMade(page, 'policy-national');
  await page.goto('/policies/national/edit');
  await expect(page.getByRole('heading', { name: 'この画面は、あなたの役割では使えません' })).toBeVisible();
});
