import type { Page } from '@playwright/test';
import { accessible, expect, invited, mailedToken, nextCode, type Person, person, test, wellMade } from './hub';

const proof = '認証アプリのコード';

async function signInByForm(page: Page, { email, password }: Person, label: string, code: string): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: false }).first().fill(password);
  await page.getByLabel(label).fill(code);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page.getByRole('button', { name: 'サインアウト' })).toBeVisible();
}

test('Someone joins by the mailed link, loses the password and the telephone, and comes in again', async ({ page, watched }) => {
  watched(page);
  const { organisationId } = person('operator');
  const name = `入会 ${crypto.randomUUID().slice(0, 4)}`;
  const { email, token } = await invited('joiner', name, organisationId, ['operator']);

  await page.goto('/invitation');
  await expect(page.getByText('リンクが途中で切れています。', { exact: false })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(`/invitation#${token}`);
  await expect(page.getByText(`${name} さんが招待されています。`, { exact: false })).toBeVisible();
  const squares = page.getByRole('img', { name: '認証アプリに登録するための QR コード' }).locator('path');
  expect((await squares.getAttribute('d'))?.length).toBeGreaterThan(1000);
  await wellMade(page, 'invitation');
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  const who: Person = { role: 'joiner', name, organisation: '', organisationId, email, password: crypto.randomUUID(), secret };
  await expect(page.getByLabel('メールアドレス')).toHaveValue(email);
  await page.getByLabel('新しいパスワード').fill('short');
  await page.getByLabel(proof).fill(await nextCode(who));
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByLabel('新しいパスワード')).toBeFocused();
  await accessible(page);
  await page.getByLabel('新しいパスワード').fill(who.password);
  await page.getByLabel(proof).fill(await nextCode(who));
  await page.getByRole('button', { name: '登録する' }).click();

  await expect(page.getByRole('heading', { level: 1, name: '登録が済みました' })).toBeVisible();
  const codes = await page.getByRole('listitem').allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await page.getByRole('button', { name: 'すべてコピーする' }).click();
  await expect(page.getByText('コピーしました', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));
  await wellMade(page, 'recovery-codes');
  await page.getByRole('link', { name: '控えました。サインインへ進む' }).click();
  await signInByForm(page, who, proof, await nextCode(who));
  await page.getByRole('button', { name: 'サインアウト' }).click();

  await page.getByRole('link', { name: 'パスワードを忘れたとき' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'パスワードの再設定' })).toBeVisible();
  await wellMade(page, 'password-reset');
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('button', { name: 'リンクを送る' }).click();
  await expect(page.getByText('登録のあるアドレスであれば、リンクを送りました。', { exact: false })).toBeVisible();
  await accessible(page);
  await page.goto('about:blank');
  await page.goto(`/password-reset#${await mailedToken(email, 'password-reset')}`);
  who.password = crypto.randomUUID();
  await page.getByLabel('新しいパスワード').fill(who.password);
  await page.getByLabel(proof).fill(await nextCode(who));
  await wellMade(page, 'new-password');
  await page.getByRole('button', { name: '新しいパスワードを設定する' }).click();
  await expect(page.getByText('パスワードを変更しました。', { exact: false })).toBeVisible();
  await accessible(page);

  await page.getByRole('link', { name: 'サインインへ' }).click();
  await page.getByRole('button', { name: /回復コードを使う/ }).click();
  await wellMade(page, 'recovery-code');
  await signInByForm(page, who, '回復コード', codes[0] ?? '');
  await page.getByRole('button', { name: 'サインアウト' }).click();

  // each works once
  await page.getByRole('button', { name: /回復コードを使う/ }).click();
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: false }).first().fill(who.password);
  await page.getByLabel('回復コード', { exact: false }).fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await accessible(page);
});
