import { defineTexts } from '../language';

export const texts = defineTexts('listEnd', {
  ja: {
    more: 'さらに古いものを表示する',
    cut_one: '新しいものから {{count}} 件を表示しています。それより古いものは、ここには表示されません。',
    cut_other: '新しいものから {{count}} 件を表示しています。それより古いものは、ここには表示されません。',
  },
  en: {
    more: 'Show older ones',
    cut_one: 'This is the newest {{count}}. Older ones are not shown here.',
    cut_other: 'These are the newest {{count}}. Older ones are not shown here.',
  },
});
