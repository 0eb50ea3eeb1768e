import { fiscalYear } from '@/sharing/year';
import type { Campaign } from './drills';
import { orNull, type TextForm, textFormOf, textOf } from './text';

/** A campaign as it stands in the fields. */
export interface CampaignForm {
  year: string;
  titleJa: string;
  titleEn: string;
  aimsJa: string;
  aimsEn: string;
  text: TextForm;
}

export const campaignFields = ['year', 'titleJa', 'titleEn', 'aimsJa', 'aimsEn'] as const satisfies readonly (keyof CampaignForm)[];

export function campaignFormOf(campaign: Campaign | undefined): CampaignForm {
  // what was given in one language stands for both: it is written once
  const english = (ja: string, en: string) => (en === ja ? '' : en);
  return {
    year: String(campaign?.year ?? fiscalYear(new Date())),
    titleJa: campaign?.title ?? '',
    titleEn: english(campaign?.title ?? '', campaign?.titleEn ?? ''),
    aimsJa: campaign?.aims ?? '',
    aimsEn: english(campaign?.aims ?? '', campaign?.aimsEn ?? ''),
    text: textFormOf(campaign?.text ?? {}),
  };
}

export function campaignOf(form: CampaignForm) {
  const year = form.year.normalize('NFKC').trim();
  return {
    year: /^\d{1,4}$/.test(year) ? Number(year) : null,
    title: { ja: orNull(form.titleJa), en: orNull(form.titleEn) },
    aims: { ja: orNull(form.aimsJa), en: orNull(form.aimsEn) },
    text: textOf(form.text),
  };
}
