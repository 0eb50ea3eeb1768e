import { expect, nextCode, person, signIn, test, wellMade } from './hub';

test('Everyone sees where one is signed in, ends it there, and makes new recovery codes', async ({ browser, as }) => {
  const page = await as('controller', '/account');
  await expect(page.getByRole('heading', { level: 2, name: '私の役割と、できること' })).toBeVisible();
  const other = await browser.newContext();
  await signIn(other, 'controller');
  await page.reload();
  await page
    .getByRole('button', { name: /を終了する$/ })
    .first()
    .waitFor();
  await wellMade(page, 'account');
  await page.getByRole('button', { name: 'ほかの端末をすべて終了する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ほかの端末をすべて終了する' }).click();
  await expect(page.getByText('サインインしているのは、この端末だけです。')).toBeVisible();
  await other.close();

  await page.getByLabel('現在のパスワード').fill('wrong');
  await page.getByLabel('新しいパスワード').fill('a long enough sentence of some length');
  await page.getByRole('button', { name: 'パスワードを変更する' }).click();
  await expect(page.getByText('現在のパスワードが正しくありません。')).toBeVisible();
  await expect(page.getByLabel('現在のパスワード')).toBeFocused();

  await page.getByLabel('認証アプリのコード').fill(await nextCode(person('controller')));
  await page.getByRole('button', { name: '回復コードを作り直す' }).click();
  await expect(page.getByRole('button', { name: '控えました' })).toBeVisible();
  await page.getByText('English', { exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
});
