import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessible, asClient, demo, expect, person, printed, test, wellMade } from './hub';

const run = crypto.randomUUID().slice(0, 8);
const campaign = `セプター訓練 ${run}`;
const mock = `認証基盤の障害 ${run}`;

const ofCeptoar = (ceptoar: string) => demo.clients.filter(c => c.role === 'operator' && c.ceptoar === ceptoar);
const secretariatOf = (ceptoar: string) => asClient(c => c.role === 'secretariat' && c.ceptoar === ceptoar);
const controller = () => asClient(c => c.role === 'controller');
const liaison = () => asClient(c => c.role === 'liaison' && c.organisation === person('liaison').organisation);

/** As a field for date and time has it: so many days from now, at ten in Japan. */
function morning(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)}T10:00`;
}

const text = {
  title: { ja: mock, en: `Authentication fails ${run}` },
  summary: { ja: '認証基盤が停止した想定です。', en: 'Supposing that authentication has failed.' },
  body: '## 想定\n\n- 09:40 認証基盤が停止\n- 復旧の見込みなし\n',
  requiredAction: '内容を読み、「確認した」を押してください。',
  shortText: null,
  severity: 'high',
  urgency: 'normal',
};

interface Drill {
  id: string;
  revision: number;
  state: string;
}

async function drillOf(id: string): Promise<Drill> {
  return (await (await (await controller())('GET', `/api/drills/${id}`)).json()) as Drill;
}

/** A drill that its centre and its secretariat prepared by their own systems, with all who are named in it. */
async function prepared(ceptoar: string, days: number, members: readonly string[]): Promise<{ id: string; campaignId: string }> {
  const [centre, secretariat] = [await controller(), await secretariatOf(ceptoar)];
  const made = await centre('POST', '/api/drills/campaigns', { year: 2026, title: { ja: `緊急停止の確認 ${run}` }, text });
  expect(made.status).toBe(201);
  const { id: campaignId } = (await made.json()) as { id: string };
  const startsAt = new Date(Date.parse(`${morning(days)}:00+09:00`)).toISOString();
  const planned = await centre('POST', '/api/drills', { campaignId, ceptoar, startsAt });
  expect(planned.status, await planned.clone().text()).toBe(201);
  const { id, revision } = (await planned.json()) as Drill;
  if (members.length > 0) {
    const consents = members.map(organisationId => ({ organisationId, agreed: true, how: '電話' }));
    expect((await secretariat('PUT', '/api/drills/consents', { consents })).status).toBe(200);
    expect((await secretariat('PUT', `/api/drills/${id}/participants`, { organisations: members, revision })).status).toBe(200);
  }
  return { id, campaignId };
}

const band = (page: Page) => page.getByText('これは訓練です。実際の障害や攻撃ではありません。').first();

test('A campaign is planned, agreed to, rehearsed, run, answered and reported', async ({ as }) => {
  test.setTimeout(600_000);
  const own = person('operator').organisationId;
  const operatorClient = await asClient(c => c.role === 'operator' && c.organisationId === own);
  expect((await operatorClient('PUT', '/api/drills/consent', { agreed: false })).status).toBe(200);
  const operator = await as('operator', '/drills');
  await expect(operator.getByText('自組織は、訓練に参加しないと回答しています。')).toBeVisible();
  await operator.getByRole('button', { name: '参加に同意する' }).dblclick();
  await expect(operator.getByText('自組織は、訓練への参加に同意しています。')).toBeVisible();
  await wellMade(operator, 'drills-consent');

  // the centre plans
  const centre = await as('controller', '/drills');
  await wellMade(centre, 'drills');
  await centre.getByRole('link', { name: 'キャンペーンを作る' }).click();
  await centre.getByRole('button', { name: '作る', exact: true }).click();
  await expect(centre.getByText('日本語または英語で記入してください。')).toBeVisible();
  await centre.getByLabel('名称（日本語）').fill(campaign);
  await centre.getByLabel('目的（日本語）').fill('夜間を含む連絡体制を確かめる。');
  await centre.getByLabel('題名（日本語）').fill(mock);
  await centre.getByLabel('題名（英語）').fill(text.title.en);
  await centre.getByLabel('要約（日本語）').fill(text.summary.ja);
  await centre.getByLabel('本文').fill(text.body);
  await centre.getByLabel('求める対応').fill(text.requiredAction);
  await centre.getByLabel('重要度').selectOption('high');
  await centre.getByLabel('緊急度').selectOption('normal');
  await wellMade(centre, 'drill-campaign-new');
  await centre.getByRole('button', { name: '作る', exact: true }).dblclick();
  await expect(centre.getByRole('heading', { level: 1, name: campaign })).toBeVisible();
  const campaignUrl = new URL(centre.url()).pathname;
  const campaignId = campaignUrl.split('/').at(-1) ?? '';

  await centre.getByRole('checkbox', { name: 'T-CEPTOAR を選ぶ' }).press('Space');
  await centre.getByRole('checkbox', { name: 'ケーブルテレビCEPTOAR を選ぶ' }).press('Space');
  await centre.getByRole('button', { name: '選んだ 2 セプターの訓練を計画する' }).click();
  const dialogue = centre.getByRole('dialog');
  await dialogue.getByText('抜き打ちで行う（期間だけを知らせる）').first().click();
  await dialogue.getByLabel(/^期間の始まり/).fill(morning(9));
  await dialogue.getByLabel(/^期間の終わり/).fill(morning(8));
  await dialogue.getByRole('button', { name: '計画する', exact: true }).click();
  await expect(dialogue.getByText('開始より後の日時を指定してください。')).toBeVisible();
  await accessible(centre);
  await dialogue.getByLabel(/^期間の終わり/).fill(morning(12));
  await dialogue.getByRole('button', { name: '計画する', exact: true }).click();
  await expect(centre.getByText('2 セプターの訓練を計画しました。')).toBeVisible();
  await centre.getByRole('button', { name: 'T-CEPTOAR の日程を変える' }).click();
  await dialogue.getByText('日時を知らせる', { exact: true }).click();
  await dialogue.getByLabel(/^開始日時/).fill(morning(3));
  await dialogue.getByRole('button', { name: '日程を変える' }).click();
  await expect(centre.getByText('T-CEPTOAR の日程を変えました。')).toBeVisible();
  await wellMade(centre, 'drill-schedule');

  await centre.getByRole('link', { name: '自己点検票・調査票' }).click();
  for (const sheet of ['自己点検票', '調査票']) {
    const card = centre.getByRole('region', { name: sheet, exact: true });
    await card.getByRole('button', { name: '標準の質問を入れる' }).click();
    await card.getByRole('button', { name: `${sheet}を保存する` }).click();
    await expect(card.getByText(`${sheet}を保存しました。`)).toBeVisible();
  }
  const survey = centre.getByRole('region', { name: '調査票', exact: true });
  await survey.getByRole('button', { name: '質問を加える' }).click();
  await survey.getByRole('button', { name: '調査票を保存する' }).click();
  await expect(survey.getByText('日本語または英語で記入してください。')).toBeVisible();
  await wellMade(centre, 'drill-sheets');
  await survey.getByRole('button', { name: '質問 5 を外す' }).click();
  await survey.getByRole('button', { name: '調査票を保存する' }).click();
  await expect(survey.getByText('調査票を保存しました。')).toBeVisible();

  // two write the campaign at once
  await centre.getByRole('link', { name: '目的と文面' }).click();
  await centre.getByLabel('目的（日本語）').fill('この画面の目的');
  const client = await controller();
  const { revision, title } = (await (await client('GET', `/api/drills/campaigns/${campaignId}`)).json()) as {
    revision: number;
    title: string;
  };
  const theirs = { year: 2026, title: { ja: title }, aims: { ja: '別の人の目的' }, text, revision };
  expect((await client('PUT', `/api/drills/campaigns/${campaignId}`, theirs)).status).toBe(200);
  await centre.getByRole('button', { name: '保存する', exact: true }).click();
  const both = centre.getByRole('alert').filter({ hasText: '先に変更しました' });
  await expect(both.getByText('別の人の目的')).toBeVisible();
  await both.getByRole('button', { name: 'この画面の内容で置き換える' }).click();
  await expect(centre.getByText('✓ 保存しました。')).toBeVisible();
  await expect(centre.getByLabel('目的（日本語）')).toHaveValue('この画面の目的');

  // the secretariat says it its own way, and chooses who agreed
  const secretariat = await as('secretariat', '/drills');
  await secretariat.getByRole('link', { name: campaign }).click();
  await secretariat.getByRole('link', { name: 'T-CEPTOAR の訓練を開く' }).click();
  await expect(band(secretariat)).toBeVisible();
  await expect(secretariat.getByRole('heading', { name: `【訓練】${mock}` })).toBeVisible();
  const drillUrl = new URL(secretariat.url()).pathname;
  const drillId = drillUrl.split('/').at(-1) ?? '';
  await secretariat.getByLabel('要約（日本語）').fill('通信各社の認証基盤が停止した想定です。');
  await secretariat.getByText('確認と、情報連絡による回答を求める').last().click();
  await secretariat.getByRole('group', { name: '使わない連絡手段' }).getByText('電話', { exact: true }).click();
  await secretariat.getByRole('button', { name: '保存する', exact: true }).click();
  await expect(secretariat.getByText('✓ 保存しました。')).toBeVisible();
  await expect(secretariat.getByText('通信各社の認証基盤が停止した想定です。', { exact: true }).first()).toBeVisible();
  const peer = person('peer').organisation;
  await secretariat.getByLabel('組織名で探す').fill(peer);
  await secretariat.getByRole('button', { name: `${peer} の回答を記録する` }).click();
  const told = secretariat.getByRole('dialog');
  await told.getByRole('button', { name: '回答を記録' }).click();
  await expect(told.getByRole('alert')).toBeVisible();
  await told.getByText('参加に同意する').click();
  await told.getByLabel(/^聞いた方法/).fill('電話（総務課）');
  await told.getByRole('button', { name: '回答を記録' }).click();
  await expect(secretariat.getByText(`${peer} の回答を記録しました。`)).toBeVisible();
  await secretariat.getByLabel('組織名で探す').fill('');
  await secretariat.getByRole('button', { name: /^同意した組織をすべて選ぶ/ }).click();
  await expect(secretariat.getByText('選択はまだ保存されていません。')).toBeVisible();
  await secretariat.getByRole('button', { name: /組織を参加者にする$/ }).dblclick();
  await expect(secretariat.getByText('✓ 参加者を保存しました。')).toBeVisible();
  await wellMade(secretariat, 'drill-prepared');

  // the dress rehearsal
  await centre.getByRole('link', { name: 'リハーサル', exact: true }).click();
  await centre.getByLabel(/^乱数の番号/).fill('七');
  await centre.getByRole('button', { name: 'リハーサルを行う' }).click();
  await expect(centre.getByText(/空であってはなりません|必須|指定/).first()).toBeVisible();
  await centre.getByLabel(/^乱数の番号/).fill('７');
  await centre.getByRole('button', { name: 'リハーサルを行う' }).click();
  await expect(centre.getByRole('heading', { name: '届かないおそれのある組織' }).first()).toBeVisible({ timeout: 60_000 });
  await expect(centre).toHaveURL(/rehearsal=/);
  await centre.locator('summary').first().click();
  await wellMade(centre, 'drill-rehearsal');

  // it begins
  await centre.goto(drillUrl);
  await centre.getByRole('button', { name: /^今すぐ開始する/ }).click();
  await expect(dialogue.getByText(/組織と、所管省庁・事務局に/)).toBeVisible();
  await accessible(centre);
  await dialogue.getByRole('button', { name: '今すぐ開始する' }).dblclick();
  await expect(centre.getByText('✓ 開始しました。')).toBeVisible();
  await expect(centre.getByRole('heading', { name: '現在の状況' })).toBeVisible();
  await expect(centre.getByRole('button', { name: 'すべての訓練を停止する' })).toBeVisible();
  const ministry = await liaison();
  await expect(async () => expect((await ministry('POST', `/api/advisories/${drillId}/relay`, { note: null })).status).toBe(200)).toPass();
  await secretariat.goto('/relay');
  await expect(secretariat.getByRole('link', { name: `【訓練】${mock}`, exact: true })).toBeVisible();
  await expect(band(secretariat)).toBeVisible();
  await secretariat.goto(`/relay/${drillId}`);
  await expect(band(secretariat)).toBeVisible();
  await secretariat.getByRole('button', { name: /^\d+ 組織に展開する$/ }).click();
  await expect(secretariat.getByText('✓ 展開しました。')).toBeVisible();
  await wellMade(secretariat, 'drill-relayed');

  // an operator checks itself, reads, confirms and answers
  await operator.goto('/drills');
  await operator.getByRole('link', { name: `自己点検票に記入する: ${campaign}` }).click();
  await operator.getByRole('button', { name: '保存する' }).click();
  await expect(operator.getByText('必ず回答してください。').first()).toBeVisible();
  for (const question of await operator.getByRole('radiogroup').all()) await question.getByText('はい', { exact: true }).click();
  await operator.getByRole('button', { name: '保存する' }).click();
  await expect(operator.getByText('✓ 保存しました。')).toBeVisible();
  await operator.getByRole('link', { name: '訓練の一覧に戻る' }).click();
  await expect(operator.getByRole('link', { name: `自己点検票を見直す: ${campaign}` })).toBeVisible();
  await wellMade(operator, 'drills-mine');
  await operator.getByRole('link', { name: `届いた情報を読み、確認する: ${campaign}` }).click();
  await expect(operator.getByRole('heading', { level: 1, name: `【訓練】${mock}` })).toBeVisible();
  await expect(band(operator)).toBeVisible();
  await operator.getByRole('button', { name: '確認した' }).click();
  await expect(operator.getByText(/確認済み/).first()).toBeVisible();
  await wellMade(operator, 'drill-advisory');
  await operator.goto('/inbox');
  await expect(operator.getByRole('link', { name: `【訓練】${mock}` })).toBeVisible();
  await operator.goto('/drills');
  await operator.getByRole('link', { name: `情報連絡で回答する: ${campaign}` }).click();
  await expect(band(operator)).toBeVisible();
  await expect(operator.getByRole('checkbox', { name: /T-CEPTOAR/ })).toBeChecked();
  await operator.getByLabel('何が起きましたか（題名）').fill(`認証の影響なし ${run}`);
  await operator.getByLabel('分かっていること').fill('想定の障害による当社サービスへの影響はありません。');
  await wellMade(operator, 'drill-answer');
  await operator.getByRole('button', { name: '情報連絡を送る' }).click();
  await expect(operator.getByRole('heading', { level: 1, name: '受け付けました' })).toBeVisible();
  await expect(operator.getByText(/^RT-/)).toBeVisible();
  await operator.getByRole('link', { name: 'この情報連絡を見る' }).click();
  await expect(band(operator)).toBeVisible();

  // the board moves
  const other = await asClient(c => c.organisation === peer);
  expect((await other('POST', `/api/advisories/${drillId}/receipts`, { state: 'cannotAct', comment: null })).status).toBe(200);
  await expect(centre.getByText('情報連絡による回答は 1 件です。')).toBeVisible({ timeout: 60_000 });
  await expect(centre.getByRole('heading', { name: '確認していない組織' })).toBeVisible();
  await expect(centre.getByRole('row', { name: new RegExp(peer) }).getByText('対応不可')).toBeVisible();
  await wellMade(centre, 'drill-board');

  // it closes, and its report is there
  await centre.getByRole('button', { name: /^終了する/ }).click();
  await dialogue.getByRole('button', { name: '終了する' }).click();
  await expect(centre.getByText('✓ 終了しました。')).toBeVisible();
  await centre.getByRole('link', { name: '結果を見る' }).click();
  await expect(centre.getByRole('heading', { level: 1, name: 'T-CEPTOAR の訓練の結果' })).toBeVisible();
  await expect(centre.getByRole('heading', { name: '確認までの時間' })).toBeVisible({ timeout: 60_000 });
  await expect(centre.locator('canvas').first()).toBeVisible();
  await expect(centre.getByText('対応できないと回答した')).toBeVisible();
  await wellMade(centre, 'drill-report');
  await printed(centre, 'drill-report');
  const saved = centre.waitForEvent('download');
  await centre.getByRole('button', { name: 'CSV で保存' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('telecom');

  // the survey
  await operator.goto('/drills');
  await operator.getByRole('link', { name: `調査票に記入する: ${campaign}` }).click();
  await operator.getByRole('radiogroup').first().getByText('はい', { exact: true }).click();
  await operator.getByText('とても役立った').click();
  await operator.getByText('確認を返す').click();
  await operator.getByLabel('次の訓練への意見を書いてください。').fill('夜間にも行ってください。');
  await operator.getByRole('button', { name: '保存する' }).click();
  await expect(operator.getByText('✓ 保存しました。')).toBeVisible();
  await wellMade(operator, 'drill-survey');
  await centre.reload();
  await expect(centre.getByText('とても役立った')).toBeVisible();
  await centre.goto(`${campaignUrl}/report`);
  await expect(centre.getByRole('heading', { level: 1, name: `${campaign} の結果` })).toBeVisible();
  await wellMade(centre, 'drill-campaign-report');
});

test('Something real happens: all drills are stopped at once, with the reason', async ({ as }) => {
  const members = ofCeptoar('gas')
    .slice(0, 2)
    .map(c => c.organisationId);
  const { id } = await prepared('gas', 4, members);
  const started = await (await controller())('POST', `/api/drills/${id}/start`);
  expect(started.status, await started.clone().text()).toBe(200);
  const page = await as('approver', `/drills/${id}`);
  await expect(page.getByText(/訓練を \d+ 件実施中です。/)).toBeVisible();
  await wellMade(page, 'drills-stop');
  await page.getByRole('button', { name: 'すべての訓練を停止する' }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('button', { name: 'すべての訓練を停止する' }).click();
  await expect(dialogue.getByText('日本語または英語で記入してください。')).toBeVisible();
  await accessible(page);
  await dialogue.getByLabel('停止する理由（日本語）').fill('実際の障害が発生したため。');
  await dialogue.getByRole('button', { name: 'すべての訓練を停止する' }).dblclick();
  await expect(page.getByText('✓ 1 件の訓練を停止しました。')).toBeVisible();
  await expect(page.getByText('途中で停止').first()).toBeVisible();
  await expect(page.getByText('実際の障害が発生したため。')).toBeVisible();
  expect((await drillOf(id)).state).toBe('stopped');
});

test('A drill is called off; who has nothing to do with it does not find it', async ({ as }) => {
  const { id, campaignId } = await prepared('gas', 20, []);
  const centre = await as('controller', `/drills/${id}`);
  await centre.getByRole('button', { name: /^取り止める/ }).click();
  await expect(centre.getByRole('dialog').getByText('選ばれていた 0 組織には何も届きません', { exact: false })).toBeVisible();
  await centre.getByRole('dialog').getByRole('button', { name: '取り止める' }).click();
  await expect(centre.getByText('✓ 取り止めました。')).toBeVisible();

  // another ministry's CEPTOAR, and another CEPTOAR's secretariat
  for (const role of ['liaison', 'secretariat']) {
    for (const path of [
      `/drills/${id}`,
      `/drills/${id}/report`,
      `/drills/campaigns/${campaignId}`,
      `/drills/campaigns/${campaignId}/report`,
    ]) {
      const page = await as(role, path);
      await expect(page.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible();
    }
  }
  const sheet = await as('operator', `/drills/${id}/sheets/survey`);
  await expect(sheet.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible();
  for (const [role, path] of [
    ['administrator', '/drills'],
    ['operator', `/drills/${id}`],
    ['secretariat', '/drills/campaigns/new'],
  ] as const) {
    const page = await as(role, path);
    await expect(page.getByRole('heading', { name: 'この画面は、あなたの役割では使えません' })).toBeVisible();
  }
});
