import { accessible, endSession, expect, nextCode, person, signIn, test } from './hub';

// alone with its person: it signs out
const role = 'liaison';

test('A person signs in, and comes back to where it wanted to go', async ({ page, watched }) => {
  const who = person(role);
  const { email, password } = who;
  watched(page);
  await page.goto('/inbox?show=recalled');
  await accessible(page);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page.getByText('この項目は空であってはなりません。').first()).toBeVisible();
  await expect(page.getByLabel('パスワード', { exact: false }).first()).toBeFocused();

  await page.getByLabel('パスワード', { exact: false }).first().fill(password);
  await page.getByLabel('認証アプリのコード').fill(await nextCode(who));
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '受信箱' })).toBeVisible();
  expect(page.url()).toMatch(/\/inbox\?show=recalled$/);
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await expect(page.getByText('サインアウトしました。')).toBeVisible();
});

test('Many tabs stay signed in together; a session that is over waits for its person, and nothing typed is lost', async ({
  context,
  watched,
}) => {
  const who = await signIn(context, role);
  const { password } = who;
  const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(tabs.map(tab => watched(tab).goto('/inbox')));
  // a refresh token that came twice would end the session
  await Promise.all(tabs.map(tab => tab.reload()));
  for (const tab of tabs) await expect(tab.getByRole('heading', { level: 1, name: '受信箱' })).toBeVisible();
  const [first, ...others] = tabs as [(typeof tabs)[0], ...typeof tabs];
  await first.getByLabel('ことばで探す').fill('書きかけ');

  await endSession(context);

  const again = first.getByRole('dialog', { name: 'サインインし直してください' });
  await expect(again).toBeVisible();
  await accessible(first);
  await again.getByLabel('パスワード', { exact: false }).first().fill(password);
  await again.getByLabel('認証アプリのコード').fill(await nextCode(who));
  await again.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(again).toHaveCount(0);
  await expect(first.getByLabel('ことばで探す')).toHaveValue('書きかけ');
  for (const tab of others) await expect(tab.getByRole('dialog')).toHaveCount(0);

  await first.getByRole('button', { name: 'サインアウト' }).click();
  for (const tab of tabs) await expect(tab).toHaveURL(/\/sign-in/);
});
