import { defineTexts } from '@/app/language';

export const texts = defineTexts('twoWrote', {
  ja: {
    title: 'ほかの画面または別の人が先に変更しました',
    what: 'あなたが入力した内容は、この画面に残っています。違うところを見て、どちらを使うか選んでください。',
    field: '項目',
    theirs: '先に保存された内容',
    mine: 'この画面の内容',
    none: '（なし）',
    same: '違うところはありません。',
    takeTheirs: '先に保存された内容にする（この画面の入力は消えます）',
    keepMine: 'この画面の内容で置き換える',
  },
  en: {
    title: 'Another window or person changed it first',
    what: 'What you typed is still on this page. See what differs, and choose which of the two counts.',
    field: 'Entry',
    theirs: 'Saved first',
    mine: 'On this page',
    none: '(none)',
    same: 'Nothing differs.',
    takeTheirs: 'Take what was saved first (what you typed here is lost)',
    keepMine: 'Put what is on this page in its place',
  },
});
