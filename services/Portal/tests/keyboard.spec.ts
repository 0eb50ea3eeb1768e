import type { Locator, Page } from '@playwright/test';
import { advisoryAtMembers, expect, nextCode, person, test } from './hub';

/** Where the focus is must be seen: its ring drawn, within the window, and not under what stays in sight above or below. */
async function seen(page: Page): Promise<void> {
  const wrong = await page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return '';
    // a checkbox is drawn by its label
    const drawn = active.closest('[data-focus-visible]') ?? active;
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const name = drawn.outerHTML.slice(0, 200);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${name}`;
    if (box.bottom <= 0 || box.top >= innerHeight) return `out of the window: ${name}`;
    const shown = Math.max(box.top, 0) / 2 + Math.min(box.bottom, innerHeight) / 2;
    const above = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), shown)?.closest('.sticky');
    return above && !above.contains(drawn) ? `covered: ${name}` : '';
  });
  expect(wrong).toBe('');
}

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press(key);
    await seen(page);
    if (await control.evaluate(element => element === document.activeElement)) return;
  }
  throw new Error(`${control} is not reached by ${key}.`);
}

test('From the sign-in to a report and a confirmed advisory by the keyboard alone', async ({ page, watched }) => {
  const title = `鍵盤だけで読む ${crypto.randomUUID().slice(0, 8)}`;
  const id = await advisoryAtMembers({
    title: { ja: title, en: title },
    summary: { ja: '要約です。', en: 'A summary.' },
    body: '長い本文です。\n\n'.repeat(60),
    severity: 'medium',
    purpose: 'prevention',
    requiredAction: '確認してください。',
  });
  watched(page);
  await page.setViewportSize({ width: 1280, height: 600 });
  const who = person('operator2');
  await page.goto('/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(page, page.getByLabel('メールアドレス'));
  await page.keyboard.insertText(who.email);
  await tabTo(page, page.getByLabel('パスワード', { exact: false }).first());
  await page.keyboard.insertText(who.password);
  await tabTo(page, page.getByLabel('認証アプリのコード'));
  await page.keyboard.insertText(await nextCode(who));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'ホーム' })).toBeVisible();

  await tabTo(page, page.getByRole('main').getByRole('link', { name: '情報連絡をする' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /T-CEPTOAR/ })).toBeChecked();
  await tabTo(page, page.getByLabel('何が起きましたか（題名）'));
  await page.keyboard.insertText('鍵盤だけで書いた連絡');
  await tabTo(page, page.getByLabel('分かっていること'));
  await page.keyboard.insertText('外部から走査を受けています。');
  await tabTo(page, page.getByRole('button', { name: '情報連絡を送る' }));
  // and back up, where what stays in sight is nearest
  await tabTo(page, page.getByLabel('何が起きましたか（題名）'), 'Shift+Tab');
  await tabTo(page, page.getByRole('button', { name: '情報連絡を送る' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '受け付けました' })).toBeVisible();

  await tabTo(page, page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: /受信箱/ }));
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: title });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  expect(new URL(page.url()).pathname).toBe(`/advisories/${id}`);
  await tabTo(page, page.getByRole('button', { name: '署名を保存する' }));
  await tabTo(page, page.getByRole('button', { name: '確認した', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('✓ 確認済み')).toBeVisible();
});
