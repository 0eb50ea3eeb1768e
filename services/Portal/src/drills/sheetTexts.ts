import { defineTexts } from '@/app/language';

/** The sheets that participants fill in. */
export const sheetTexts = defineTexts('drillSheets', {
  ja: {
    selfCheck: '自己点検票',
    survey: '調査票',
    selfCheckWhat: '訓練の終了まで、何度でも書き直せます。',
    surveyWhat: '訓練の終了から 14 日間、何度でも書き直せます。',
    who: '回答は組織として 1 件です。集計には、どの組織の回答かは出ません。',
    closed: '記入できる期間ではありません。',
    yes: 'はい',
    no: 'いいえ',
    save: '保存する',
    saved: '保存しました。',
    last: '最後の保存',
    none: '（回答なし）',
    back: '訓練に戻る',
  },
  en: {
    selfCheck: 'Self-check',
    survey: 'Survey',
    selfCheckWhat: 'You may write it anew until the drill ends.',
    surveyWhat: "You may write it anew for 14 days after the drill's end.",
    who: 'It is one answer for your organisation. The report does not tell whose an answer is.',
    closed: 'It cannot be filled in now.',
    yes: 'yes',
    no: 'no',
    save: 'Save',
    saved: 'Saved.',
    last: 'Last saved',
    none: '(no answer)',
    back: 'Back to the drills',
  },
});
