import { expect, person, test, wellMade } from './hub';

test('An auditor reads the trail, finds one person in it and has the chain verified', async ({ as }) => {
  const page = await as('auditor', '/audit');
  await page.getByLabel('操作', { exact: true }).selectOption('signIn.succeeded');
  await expect(page).toHaveURL(/action=signIn\.succeeded/);
  await expect(page.getByRole('table')).toContainText('サインイン');
  await wellMade(page, 'audit');
  await page.getByLabel('操作', { exact: true }).selectOption('');
  await page
    .getByRole('button', { name: person('auditor').name })
    .first()
    .click();
  await expect(page).toHaveURL(/actor=/);
  await expect(page.getByRole('table')).toContainText('監査証跡の閲覧');
  await page.goBack();
  await expect(page).not.toHaveURL(/actor=/);
  await page.getByLabel('この日まで').fill('2020-01-01');
  await expect(page.getByText('この条件に合う記録はありません。')).toBeVisible();

  await page.getByRole('link', { name: '連鎖の検証' }).click();
  await expect(page.getByRole('heading', { name: /一続きです/ })).toBeVisible();
  await expect(page.getByText(/から今まで/)).toBeVisible();
  await wellMade(page, 'audit-chain');
});

test('A chain that is broken is plainly said, and what to do', async ({ as }) => {
  const page = await as('auditor', '/inbox');
  await page.route('**/api/audit/verification', route =>
    route.fulfill({
      json: {
        blocks: 41,
        entries: 120,
        pastRetention: 0,
        waiting: 0,
        head: 'a'.repeat(64),
        intact: false,
        firstFault: { block: 42, entry: 121, what: 'entry altered' },
      },
    }),
  );
  await page.goto('/audit/chain');
  await expect(page.getByRole('heading', { name: /つながりが切れています/ })).toBeVisible();
  await expect(page.getByText(/42 番目のまとまりで/)).toBeVisible();
  await wellMade(page, 'audit-broken');
});
