import { expect, it } from 'vitest';
import { campaignFormOf, campaignOf } from './campaign';
import type { Campaign } from './drills';

const campaign = {
  id: 'c',
  year: 2026,
  title: 'セプター訓練',
  titleEn: 'セプター訓練',
  aims: '連絡体制の確認',
  aimsEn: 'Check the chain of contacts',
  text: { body: '本文' },
  revision: 3,
} as Campaign;

it('A campaign goes into the fields and comes out of them as it was', () => {
  const form = campaignFormOf(campaign);
  expect(form).toMatchObject({ year: '2026', titleJa: 'セプター訓練', titleEn: '', aimsEn: 'Check the chain of contacts' });
  expect(campaignOf(form)).toMatchObject({ year: 2026, title: { ja: 'セプター訓練', en: null }, text: { body: '本文' } });
});

it('A year may be typed in full width; what is none is left to the hub to refuse', () => {
  const form = campaignFormOf(campaign);
  expect(campaignOf({ ...form, year: '２０２６' }).year).toBe(2026);
  expect(campaignOf({ ...form, year: 'next' }).year).toBeNull();
});
