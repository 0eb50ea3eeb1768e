import { accessible, asClient, demo, enrolled, expect, person, printed, test, wellMade } from './hub';

test('An operator reports, approves what goes out, and hears what became of it', async ({ as }) => {
  const page = await as('operator', '/reports/new');
  await expect(page.getByRole('checkbox', { name: /T-CEPTOAR/ })).toBeChecked();
  // five entries do; nothing but them is asked
  await page.getByRole('button', { name: '情報連絡を送る' }).click();
  await expect(page.getByLabel('何が起きましたか（題名）')).toBeFocused();

  await page.getByLabel('何が起きましたか（題名）').fill('認証サーバーへの不正ログインの試行');
  await page
    .getByLabel('分かっていること')
    .fill('弊社の監視担当の山本太郎が検知しました。198.51.100.23 から不正なログイン試行が続いています。連絡先は 03-1234-5678 です。');
  await expect(page.getByText(/下書きを保存しました/)).toBeVisible();
  await expect(page).toHaveURL(/draft=/);
  await page.reload();
  await expect(page.getByLabel('何が起きましたか（題名）')).toHaveValue('認証サーバーへの不正ログインの試行');
  await expect(page.getByRole('heading', { name: 'ハブが付ける取扱区分（見込み）' })).toBeVisible();
  await page.getByText('2. 分かることを足す（任意）').click();
  await page.getByRole('button', { name: '検知した日時（日本時間）: 今にする' }).click();
  await expect(page.getByText('検知からの経過')).toBeVisible();
  await page.getByText('システム等への侵入').click();
  await page.getByLabel('攻撃側の指標を貼り付ける').fill('198.51.100[.]23\nCVE-2024-21762');
  await page.getByRole('button', { name: '一覧に加える' }).click();
  await expect(page.getByRole('button', { name: 'CVE-2024-21762 を削除' })).toBeVisible();
  await page
    .getByLabel('ファイルを選ぶ')
    .setInputFiles({ name: 'auth.log', mimeType: 'text/plain', buffer: Buffer.from('02:40 login failed from 198.51.100.23\n') });
  await wellMade(page, 'report');

  await page.getByRole('button', { name: '情報連絡を送る' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: '受け付けました' })).toBeVisible();
  await expect(page.getByText('✓ 送信しました')).toBeVisible();
  await accessible(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('link', { name: 'この情報連絡を見る' }).click();
  await expect(page.getByRole('link', { name: '確認して承認する' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('「山本太郎」', { exact: false }).first()).toBeVisible();
  await wellMade(page, 'our-report');
  await printed(page, 'our-report');

  await page.getByRole('link', { name: '確認して承認する' }).click();
  await expect(page.getByRole('heading', { name: '提供する文章', exact: true })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'auth.log を一緒に提供する' })).toBeVisible();
  await page.getByLabel('除くことば').fill('不正なログイン');
  await page.getByRole('button', { name: 'これも除く', exact: true }).first().click();
  await expect(page.getByText('作り直しました。もう一度確かめてください。')).toBeVisible();
  await expect(page.getByText('「不正なログイン」を', { exact: false })).toBeVisible();
  await wellMade(page, 'approval');
  await page.getByRole('button', { name: '承認して提供する' }).dblclick();
  await expect(page.getByText('✓ 承認しました')).toBeVisible();
  await page.getByRole('link', { name: '情報連絡に戻る' }).click();
  await expect(page.getByText('匿名化した文章が宛先に提供されました。')).toBeVisible({ timeout: 45_000 });

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'いま対応が必要なこと' })).toBeVisible();
  await wellMade(page, 'home');
  await page.goto('/reports?show=closed');
  await expect(page.getByRole('link', { name: '認証サーバーへの不正ログインの試行' }).first()).toBeVisible();
  await accessible(page);
});

test('What another approver changed meanwhile is told, and a report is withdrawn', async ({ as }) => {
  const organisation = demo.people.find(p => p.role === 'operator')?.organisationId;
  const call = await asClient(c => c.role === 'operator' && c.organisationId === organisation);
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const answer = await call('POST', '/api/reports', {
    kind: 'sign',
    title: '不審な走査',
    body: '外部から走査を受けています。送信元は 203.0.113.9 です。',
    requestedTlp: 'AMBER',
    audience: [group?.id],
  });
  const { id } = (await answer.json()) as { id: string };
  const page = await as('operator', `/reports/${id}`);
  await page.getByRole('link', { name: '確認して承認する' }).click({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: '承認して提供する' })).toBeVisible();
  const { hash } = (await (await call('GET', `/api/reports/${id}/rendition`)).json()) as { hash: string };
  const edited = { decision: 'edit', hash, title: '走査', body: '走査を受けています。' };
  expect((await call('POST', `/api/reports/${id}/rendition/decision`, edited)).status).toBe(200);
  await page.getByRole('button', { name: '承認して提供する' }).click();
  await expect(page.getByText('内容が更新されています。最新の内容を表示しました。', { exact: false })).toBeVisible();
  await expect(page.getByText('走査を受けています。', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: '情報連絡に戻る' }).click();
  await page.getByRole('button', { name: '取り下げる' }).click();
  await page.getByRole('button', { name: '取り下げて消去する' }).click();
  await expect(page.getByText('この情報連絡は取り下げられました。', { exact: false })).toBeVisible();
});

test('A secretariat enters what a member told by telephone', async ({ as }) => {
  const page = await as('secretariat', '/reports/new');
  await expect(page.getByRole('heading', { level: 1, name: '情報連絡を代行入力する' })).toBeVisible();
  const operator = demo.people.find(p => p.role === 'peer')?.organisation ?? '';
  await page.getByLabel('連絡してきた事業者').selectOption({ label: operator });
  await page.locator('label', { hasText: 'T-CEPTOAR' }).click();
  await page.getByLabel('何が起きましたか（題名）').fill('通信が遅い');
  await page.getByLabel('分かっていること').fill('今朝から通信が遅いとの電話連絡。');
  await wellMade(page, 'report-on-behalf');
  await page.getByRole('button', { name: '情報連絡を送る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '受け付けました' })).toBeVisible();
  await expect(page.getByText('内容の確認と文章の承認をするよう伝えてください', { exact: false })).toBeVisible();
});

test('A text that may point to its source goes out only once a second person has approved it', async ({ as }) => {
  // so few are in this CEPTOAR that readers could guess
  const client = demo.clients.find(c => c.role === 'operator' && c.ceptoar === 'medical');
  const call = await asClient(c => c === client);
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('医療'));
  const report = {
    kind: 'incident',
    title: '電子カルテの遅延',
    body: '電子カルテの応答が遅くなっています。原因は調査中です。',
    requestedTlp: 'AMBER',
    audience: [group?.id],
  };
  const { id } = (await (await call('POST', '/api/reports', report)).json()) as { id: string };
  await enrolled('medical', '第一 承認', client?.organisationId ?? '', ['operator']);
  await enrolled('medical2', '第二 承認', client?.organisationId ?? '', ['operator']);

  const first = await as('medical', `/reports/${id}`);
  await first.getByRole('link', { name: '確認して承認する' }).click({ timeout: 90_000 });
  await expect(first.getByText('この文章は2人の承認が必要です。', { exact: false })).toBeVisible();
  await wellMade(first, 'approval-two');
  await first.getByRole('button', { name: '1人目として承認する' }).click();
  await expect(first.getByText('1人目として承認しました。', { exact: false })).toBeVisible();
  await first.goto(`/reports/${id}`);
  await expect(first.getByText('匿名化した文章が宛先に提供されました。')).toHaveCount(0);

  const second = await as('medical2', `/reports/${id}/approval`);
  await expect(second.getByText('1人目の承認は済んでいます。', { exact: false })).toBeVisible();
  await accessible(second);
  await second.getByRole('button', { name: '承認して提供する' }).click();
  await expect(second.getByText('✓ 承認しました')).toBeVisible();
  await second.getByRole('link', { name: '情報連絡に戻る' }).click();
  await expect(second.getByText('匿名化した文章が宛先に提供されました。')).toBeVisible({ timeout: 45_000 });
});

test('A draft that was changed in another window shows both texts, and one of them is chosen', async ({ as }) => {
  const here = await as('operator2', '/reports/new');
  const title = '何が起きましたか（題名）';
  const save = /report-drafts/;
  await here.getByLabel(title).fill('はじめの題名');
  await expect(here.getByText(/下書きを保存しました/)).toBeVisible();
  const there = await as('operator2', new URL(here.url()).pathname + new URL(here.url()).search);
  const change = async (page: typeof here, text: string) => {
    const answered = page.waitForResponse(response => save.test(response.url()) && response.request().method() === 'PUT');
    await page.getByLabel(title).fill(text);
    return (await answered).status();
  };
  expect(await change(there, '別の画面の題名')).toBe(200);
  expect(await change(here, 'この画面の題名')).toBe(409);
  const both = here.getByRole('alert').filter({ hasText: '先に変更しました' });
  await expect(both.getByText('別の画面の題名')).toBeVisible();
  await expect(both.getByText('この画面の題名')).toBeVisible();
  await wellMade(here, 'two-wrote');
  await both.getByRole('button', { name: /^先に保存された内容にする/ }).click();
  await expect(both).toHaveCount(0);
  await expect(here.getByLabel(title)).toHaveValue('別の画面の題名');

  expect(await change(here, '続きの題名')).toBe(200);
  expect(await change(there, '譲らない題名')).toBe(409);
  await there.getByRole('button', { name: 'この画面の内容で置き換える' }).click();
  await expect(there.getByText(/下書きを保存しました/)).toBeVisible();
  await there.reload();
  await expect(there.getByLabel(title)).toHaveValue('譲らない題名');
});

test('What is typed before the groups have come stays, and its own CEPTOAR is chosen when they do', async ({ as }) => {
  const page = await as('operator');
  let come = () => {};
  const held = new Promise<void>(resolve => {
    come = resolve;
  });
  await page.route('**/api/groups', async route => {
    await held;
    await route.continue();
  });
  await page.goto('/reports/new');
  await page.getByLabel('何が起きましたか（題名）').fill('回線が遅いうちに書いた題名');
  await expect(page.getByRole('checkbox', { name: /T-CEPTOAR/ })).toBeHidden();
  come();
  await expect(page.getByRole('checkbox', { name: /T-CEPTOAR/ })).toBeChecked();
  await expect(page.getByLabel('何が起きましたか（題名）')).toHaveValue('回線が遅いうちに書いた題名');
});

/** A report of the operator whose rendition waits for approval, and the client of its organisation. */
async function awaitingApproval(body: string): Promise<{ id: string; call: Awaited<ReturnType<typeof asClient>> }> {
  const call = await asClient(c => c.role === 'operator' && c.organisationId === person('operator').organisationId);
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const report = { kind: 'sign', title: '不審な走査', body, requestedTlp: 'AMBER', audience: [group?.id] };
  const { id } = (await (await call('POST', '/api/reports', report)).json()) as { id: string };
  await expect.poll(async () => (await call('GET', `/api/reports/${id}/rendition`)).status, { timeout: 60_000 }).toBe(200);
  return { id, call };
}

test('A follow-up begins with what was said, and becomes the next version', async ({ as }) => {
  const { id } = await awaitingApproval('外部から走査を受けています。');
  const page = await as('operator', `/reports/${id}`);
  await page.getByRole('link', { name: '続報を書く' }).click();
  await expect(page).toHaveURL(/follows=/);
  await expect(page.getByRole('heading', { level: 1, name: /^続報を書く（R-/ })).toBeVisible();
  await expect(page.getByLabel('何が起きましたか（題名）')).toHaveValue('不審な走査');
  const body = page.getByLabel('分かっていること');
  await expect(body).toHaveValue('外部から走査を受けています。');
  await body.fill('外部から走査を受けていました。収まりました。');
  await accessible(page);
  await page.getByRole('button', { name: '続報を送る' }).dblclick();
  await expect(page.getByText('第 2 版として受け付けました。')).toBeVisible();
  await page.getByRole('link', { name: 'この情報連絡を見る' }).click();
  await expect(page.getByText('第 2 版', { exact: true })).toBeVisible();
  await expect(page.getByText('外部から走査を受けていました。収まりました。')).toBeVisible();
});

test('Nothing of a draft lies in the storage of the browser', async ({ as }) => {
  const secret = `秘密の題名${crypto.randomUUID().slice(0, 8)}`;
  const page = await as('operator', '/reports/new');
  await page.getByLabel('何が起きましたか（題名）').fill(secret);
  await page.getByLabel('分かっていること').fill(`${secret}の本文`);
  await expect(page.getByText(/下書きを保存しました/)).toBeVisible();
  const kept = await page.evaluate(async () => ({
    local: Object.entries({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: (await indexedDB.databases()).map(database => database.name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
  expect(JSON.stringify(kept)).not.toContain(secret);
  for (const [key] of kept.local) expect(['ceptoarhub.language', 'ceptoarhub.sound']).toContain(key);
  expect({ databases: kept.databases, caches: kept.caches, cookies: kept.cookies }).toEqual({ databases: [], caches: [], cookies: '' });
  expect(page.url()).not.toContain(encodeURIComponent(secret));
});
