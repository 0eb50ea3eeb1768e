import { defineTexts } from '../language';

export const texts = defineTexts('leaving', {
  ja: {
    title: '保存していない変更があります',
    what: 'このまま移動すると、変更は失われます。',
    leave: '保存せずに移動',
    stay: 'この画面に残る',
  },
  en: {
    title: 'Some changes are not saved',
    what: 'If you leave now they are lost.',
    leave: 'Leave without saving',
    stay: 'Stay here',
  },
});
