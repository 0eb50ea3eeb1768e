import { accessible, asClient, demo, expect, test, wellMade } from './hub';

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
