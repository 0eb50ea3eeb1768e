import { expect, test, wellMade } from './hub';

test('An administrator sees what failed and what is down, what to do, and replays', async ({ as }) => {
  const page = await as('administrator', '/inbox');
  let failed = 4;
  await page.route('**/api/system/*', route => {
    const service = new URL(route.request().url()).pathname.split('/')[3] ?? '';
    if (service === 'distribution') return route.fulfill({ status: 502, json: { title: 'x', status: 502 } });
    const own = service === 'intake' ? failed : 0;
    return route.fulfill({
      json: {
        service,
        ready: true,
        outbox: { waiting: 0, oldestSeconds: 0 },
        queues: [
          { name: `${service}-directory`, waiting: 0, consumers: 1, failed: own },
          { name: `${service}-case`, waiting: 2, consumers: 1, failed: 0 },
        ],
        failed: own,
      },
    });
  });
  await page.route('**/error-queues/intake-directory/replay', route => {
    const messages = failed;
    failed = 0;
    return route.fulfill({ json: { name: 'intake-directory', messages } });
  });
  await page.goto('/system');
  await expect(page.getByText('応答しないサービスがあります。')).toBeVisible();
  await expect(page.getByText('infra/hub.sh status').first()).toBeVisible();
  await wellMade(page, 'system');
  await page.getByRole('button', { name: 'intake-directory をやり直す' }).click();
  await page.getByRole('dialog', { name: '失敗した 4 件をやり直しますか' }).getByRole('button', { name: 'やり直す' }).dblclick();
  await expect(page.getByText('intake-directory：4 件を待ち行列に戻しました')).toBeVisible();
  await expect(page.getByText('失敗あり')).toHaveCount(0);
});

test('Every service answers for itself', async ({ as }) => {
  const page = await as('administrator', '/system');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(7);
  await expect(page.getByText('すべてのサービスが正常に動いています')).toBeVisible();
});

test('Opened while the hub is down, the page tells whom to telephone', async ({ page }) => {
  await page.route('**/desks.json', route =>
    route.fulfill({
      json: { items: [{ name: '国家サイバー統括室', nameEn: 'National centre', kind: 'centre', telephone: '03-0000-0001' }] },
    }),
  );
  await page.route('**/api/token', route => route.fulfill({ status: 502, json: { title: 'x', status: 502 } }));
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'ハブにつながりません' })).toBeVisible();
  await expect(page.getByRole('link', { name: '03-0000-0001' })).toHaveAttribute('href', 'tel:03-0000-0001');
});

test('Whom to telephone is public and names nobody unless the hub is told', async ({ request }) => {
  const answer = await request.get('/desks.json');
  expect([answer.status(), answer.headers()['content-type'], await answer.json()]).toEqual([200, 'application/json', { items: [] }]);
});
