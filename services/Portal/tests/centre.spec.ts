import type { Page } from '@playwright/test';
import { accessible, asClient, demo, expect, person, test, wellMade } from './hub';

/** An operator of T-CEPTOAR reports; answers when the centre has its label. */
async function labelled(requestedTlp = 'GREEN'): Promise<string> {
  const call = await asClient(c => c.role === 'operator' && c.ceptoar === 'telecom');
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const answer = await call('POST', '/api/reports', {
    kind: 'incident',
    title: '設備の停止',
    body: '設備が停止しました。攻撃は続いています。',
    requestedTlp,
    audience: [group?.id],
    events: ['availability.serviceDown'],
    causes: ['intentional.dos'],
    severity: 'medium',
    urgency: 'normal',
    serviceImpact: 'degraded',
    releaseMode: 'review',
    sourceVisibility: 'hidden',
    detectedAt: new Date().toISOString(),
    indicators: [],
  });
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  await expect.poll(async () => (await call('GET', `/api/reports/${id}/label`)).status, { timeout: 60_000 }).toBe(200);
  return id;
}

/** What react-aria told a screen reader of a pressed button names that button for some seconds, also when it is gone. */
async function settled(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('An advisory is written, checked, let out by a second person, corrected and recalled', async ({ as }) => {
  const title = `VPN装置の脆弱性を悪用する攻撃 ${crypto.randomUUID().slice(0, 8)}`;
  const page = await as('analyst', '/drafts/new');
  await page.getByLabel(/^種類/).selectOption('alert');
  await page.getByRole('group', { name: /^件名/ }).getByLabel('日本語').fill(title);
  await page.getByRole('button', { name: '保存して、届く内容と相手を確かめる' }).click();
  await expect(page.getByText('次のいずれかを指定してください', { exact: false }).first()).toBeVisible();

  await page.getByRole('group', { name: /^要約/ }).getByLabel('日本語').fill('装置の更新が必要です。');
  await page.getByLabel('本文').fill('## 概要\n\n<script>alert(1)</script>悪用が**続いています**。');
  await page.getByRole('textbox', { name: /^してほしいこと/ }).fill('装置を更新してください。');
  await page.getByLabel(/^重要度/).selectOption('high');
  await page.getByLabel(/^目的/).selectOption('containment');
  await page.getByLabel('痕跡を貼り付ける').fill('203.0.113[.]7 c2[.]example[.]net');
  await page.getByRole('button', { name: '一覧に加える' }).click();
  await expect(page.getByText('2 件を加えました。')).toBeVisible();
  await page.getByText('TLP:AMBER', { exact: true }).click();
  // more recipients than one person alone may release to
  await page
    .getByText(/^放送CEPTOAR/)
    .first()
    .click();
  await wellMade(page, 'editor');
  await page.getByRole('button', { name: '保存して、届く内容と相手を確かめる' }).click();

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('.written strong', { hasText: '続いています' })).toBeVisible();
  await expect(page.getByText(/の宛先に届きます/)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: '手順.txt', mimeType: 'text/plain', buffer: Buffer.from('1. 更新する') });
  await expect(page.getByRole('button', { name: '手順.txt を削除' })).toBeVisible();
  await page.getByRole('button', { name: '承認を依頼する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '承認を依頼する' }).click();
  await expect(page.getByText('✓ 承認を依頼しました。')).toBeVisible();

  const second = await as('approver', '/drafts');
  await wellMade(second, 'drafts');
  await second.getByRole('link', { name: title }).click();
  await second.getByRole('button', { name: '承認して提供する' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '承認して提供する' }).click();
  await expect(second.getByText(/✓ 提供しました/)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: '訂正を書く' }).click();
  await page.getByRole('textbox', { name: /^してほしいこと/ }).fill('装置を止めてください。');
  await page.getByRole('button', { name: '訂正を出す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '訂正を出す' }).click();
  await expect(page.getByText('✓ 承認を依頼しました。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '変わるところ' })).toBeVisible();
  await expect(page.getByText('装置を止めてください。').first()).toBeVisible();
  await page.getByRole('button', { name: '撤回する' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/撤回の理由/).fill('誤りがありました。');
  await dialog.getByRole('button', { name: '撤回する' }).click();
  await expect(page.getByText('✓ 撤回しました。')).toBeVisible();
});

test('A report is weighed, its label raised, and who reported is learned by two', async ({ as }) => {
  const id = await labelled();
  const page = await as('analyst', '/triage');
  await wellMade(page, 'triage');
  await page.goto(`/triage/${id}`);
  await page.getByLabel('重要度').selectOption('critical');
  await page.getByRole('button', { name: 'この重さにする' }).click();
  await expect(page.getByText('✓ 重さを決めました。')).toBeVisible();
  await page.getByLabel('出せる上限').selectOption('RED');
  await page.getByLabel('原文', { exact: true }).selectOption('RED');
  await page.getByRole('textbox', { name: /^理由/ }).fill('捜査に関わるため。');
  await page.getByRole('button', { name: '厳しくする' }).click();
  await expect(page.getByText('✓ ラベルを厳しくしました。')).toBeVisible();
  await page.getByLabel(/^知る必要がある理由/).fill('人命に関わるため。');
  await page.getByRole('button', { name: '申請する', exact: true }).click();
  await expect(page.getByText('判断を待つ申請があります。')).toBeVisible();
  await settled(page);
  await expect(page.getByText('判断を待つ申請があります。')).toBeVisible();
  await wellMade(page, 'triaged');

  const second = await as('approver', `/triage/${id}`);
  await second.getByRole('button', { name: '開示を承認する' }).click();
  await expect(second.getByText(/✓ 承認しました/)).toBeVisible();
  await page.getByRole('button', { name: '報告者を表示する' }).click();
  await expect(page.getByText(/まで表示できます/)).toBeVisible();

  const reporter = await as('operator', `/reports/${id}`);
  await expect(reporter.getByRole('heading', { name: '身元の確認について' })).toBeVisible();
  await expect(reporter.getByText('人命に関わるため。')).toBeVisible();
  await accessible(reporter);
});

test('A label goes down once its reporter consents and a second person agrees', async ({ as }) => {
  // an attack that goes on makes it stricter than its reporter asked for: below that wish nobody goes
  const id = await labelled('CLEAR');
  const page = await as('analyst', `/triage/${id}`);
  await page.getByLabel('出せる上限').selectOption('CLEAR');
  await page.getByRole('textbox', { name: /^理由/ }).fill('同じ攻撃が他の分野でも続いているため。');
  await page.getByRole('button', { name: '緩める申請をする' }).click();
  await expect(page.getByText('✓ 申請しました。', { exact: false })).toBeVisible();

  const reporter = await as('operator', '/');
  await expect(reporter.getByText('取扱区分を緩める提案への同意を求められています').first()).toBeVisible();
  await reporter.goto(`/reports/${id}`);
  await expect(reporter.getByText('提供する内容: TLP:GREEN → TLP:CLEAR')).toBeVisible();
  await wellMade(reporter, 'consent');
  await reporter.getByRole('button', { name: '同意する' }).click();
  await expect(reporter.getByText('同意しました。もう一人の承認を待っています。')).toBeVisible();

  const second = await as('approver', `/triage/${id}`);
  await second.getByRole('button', { name: '承認する', exact: true }).click();
  await expect(second.getByText('✓ 承認しました。')).toBeVisible();
  await accessible(second);
});

/** A draft of the centre as its own systems write it. */
async function drafted(title: string): Promise<{ id: string; change: (body: Record<string, unknown>) => Promise<void> }> {
  const call = await asClient(c => c.role === 'analyst');
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const draft = { template: 'newsletter', title: { ja: title }, body: 'はじめの本文', tlp: 'GREEN', audience: [group?.id] };
  let { id, revision } = (await (await call('POST', '/api/advisories', draft)).json()) as { id: string; revision: number };
  return {
    id,
    change: async body => {
      const answer = await call('PUT', `/api/advisories/${id}`, { ...draft, ...body, revision });
      expect(answer.status).toBe(200);
      ({ id, revision } = (await answer.json()) as { id: string; revision: number });
    },
  };
}

test('Two write one draft: both texts are shown, and one of them is chosen', async ({ as }) => {
  const { id, change } = await drafted(`二人で書く ${crypto.randomUUID().slice(0, 8)}`);
  const page = await as('analyst', `/drafts/${id}`);
  await change({ body: '別の人の本文' });
  await page.getByLabel('本文').fill('自分の本文');
  const both = page.getByRole('alert').filter({ hasText: '先に変更しました' });
  await expect(both.getByText('別の人の本文')).toBeVisible();
  await expect(both.getByText('自分の本文')).toBeVisible();
  await wellMade(page, 'draft-two-wrote');
  await both.getByRole('button', { name: 'この画面の内容で置き換える' }).click();
  await expect(both).toHaveCount(0);
  await expect(page.getByText('✓ すべて保存されています。')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('本文')).toHaveValue('自分の本文');
});

test('A draft is kept while it is half written, survives a reload, and says what it lacks', async ({ as }) => {
  const title = `書きかけ ${crypto.randomUUID().slice(0, 8)}`;
  const page = await as('analyst', '/drafts/new');
  await page.getByLabel(/^種類/).selectOption('alert');
  await page.getByText('TLP:AMBER', { exact: true }).click();
  const field = page.getByRole('group', { name: /^件名/ }).getByLabel('日本語');
  await field.fill(title);
  await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]{36}$/);
  await expect(page.getByText('✓ すべて保存されています。')).toBeVisible();
  await expect(field).toBeFocused();
  await field.pressSequentially('の続き');
  await expect(page.getByText('✓ すべて保存されています。')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: `${title}の続き` })).toBeVisible();
  await expect(field).toHaveValue(`${title}の続き`);
  await expect(page.getByText('提供するには、次の項目が足りません')).toBeVisible();
  await expect(page.getByRole('button', { name: '提供する', exact: true })).toBeDisabled();
  await wellMade(page, 'draft-half-written');
});

test('What is RED goes to the people it names, who are found by name', async ({ as }) => {
  const title = `名指しの連絡 ${crypto.randomUUID().slice(0, 8)}`;
  const peer = person('peer');
  const page = await as('analyst', '/drafts/new');
  await page.getByLabel(/^種類/).selectOption('newsletter');
  await page.getByRole('group', { name: /^件名/ }).getByLabel('日本語').fill(title);
  await page.getByLabel('本文').fill('あなたの組織の装置への侵入の痕跡を確認しました。');
  await page.getByText('TLP:RED', { exact: true }).click();
  await page
    .getByText(/^T-CEPTOAR/)
    .first()
    .click();
  await page.getByLabel('氏名または組織名で探す').fill(peer.name.slice(0, 2));
  await page.getByRole('checkbox', { name: peer.name }).press('Space');
  await expect(page.getByRole('button', { name: new RegExp(`^${peer.name}.* を外す$`) })).toBeVisible();
  await wellMade(page, 'red-editor');
  await page.getByRole('button', { name: '保存して、届く内容と相手を確かめる' }).click();
  await expect(page.getByText('1 の宛先に届きます')).toBeVisible();
  await page.getByRole('button', { name: '提供する', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提供する', exact: true }).click();
  await expect(page.getByText(/✓ 提供しました/)).toBeVisible();

  const reader = await as('peer', '/inbox');
  await reader.getByRole('link', { name: title }).click({ timeout: 60_000 });
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await wellMade(reader, 'red-advisory');
  const other = await as('operator', '/inbox');
  await expect(other.locator('main li h2').first()).toBeVisible();
  await expect(other.getByText(title)).toHaveCount(0);
});

test('The board, the lists and the figures of the centre are well made', async ({ as }) => {
  const page = await as('analyst', '/situation');
  await expect(page.getByRole('heading', { name: '分野と重要度' })).toBeVisible();
  await expect(page.getByText('受け付けた情報連絡（提供前を含む）')).toBeVisible();
  await wellMade(page, 'situation');
  await page.setViewportSize({ width: 800, height: 900 });
  await expect(page.getByRole('button', { name: '大画面で表示' })).toBeHidden();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: '大画面で表示' }).click();
  const wall = page.getByRole('dialog', { name: '状況' });
  await expect(wall).toBeVisible();
  expect(await wall.evaluate(e => e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth)).toBe(true);
  await page.getByRole('button', { name: '大画面を閉じる' }).click();
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [path, name] of [
    ['/issued', 'issued'],
    ['/sharing-indicators', 'sharing'],
    ['/terms', 'terms'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await wellMade(page, name);
  }
});

test('Large-scale mode is switched with a reason, and every page says so', async ({ as }) => {
  const page = await as('approver', '/large-scale');
  await page.getByRole('button', { name: 'オンにする' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'オンにする' }).click();
  await expect(dialog.getByText('この項目は空であってはなりません。')).toBeVisible();
  await dialog.getByLabel(/^オンにする理由/).fill('複数の分野で停止が続いています。');
  await dialog.getByRole('button', { name: 'オンにする' }).click();
  await expect(page.getByText(/大規模IT障害モード：/)).toBeVisible();
  await settled(page);
  await expect(page.getByText(/大規模IT障害モード：/)).toBeVisible();
  await wellMade(page, 'large-scale');
  await page.getByRole('button', { name: 'オフにする' }).click();
  await dialog.getByLabel(/^オフにする理由/).fill('復旧しました。');
  await dialog.getByRole('button', { name: 'オフにする' }).click();
  await expect(page.getByText(/大規模IT障害モード：/)).toHaveCount(0);
});
