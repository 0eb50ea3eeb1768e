import { defineTexts } from '../language';

export const texts = defineTexts('saved', {
  ja: { archive: '{{name}} として保存しました。開くパスワードは「{{password}}」です。' },
  en: { archive: 'Saved as {{name}}. The password that opens it is “{{password}}”.' },
});
