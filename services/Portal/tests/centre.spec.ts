import type { Page } from '@playwright/test';
import { asClient, demo, expect, test, wellMade } from './hub';

/** An operator of T-CEPTOAR reports; answers when the centre has its label. */
async function labelled(): Promise<string> {
  const call = await asClient(c => c.role === 'operator' && c.ceptoar === 'telecom');
  const group = demo.groups.find(g => g.kind === 'ceptoar' && g.name.startsWith('T-'));
  const answer = await call('POST', '/api/reports', {
    kind: 'incident',
    title: '設備の停止',
    body: '設備が停止しました。攻撃は続いています。',
    requestedTlp: 'GREEN',
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
  await expect(page.getByText('この種別では必須です。').first()).toBeVisible();

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
});

test('The board, the lists and the figures of the centre are well made', async ({ as }) => {
  const page = await as('analyst', '/situation');
  await expect(page.getByRole('heading', { name: '分野と重要度' })).toBeVisible();
  await wellMade(page, 'situation');
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
