import { defineTexts } from '@/app/language';

export const texts = defineTexts('desks', {
  ja: {
    title: '電話で連絡する先',
    what: 'ハブで連絡できないとき、急ぐときに、いつでも電話できる窓口です。',
    none: '登録された窓口はありません。',
    notTold: '窓口が登録されていません',
  },
  en: {
    title: 'Whom to telephone',
    what: 'The desks to call at any hour, when the hub cannot be reached or it is urgent.',
    none: 'No desk is registered.',
    notTold: 'No desk is registered',
  },
});
