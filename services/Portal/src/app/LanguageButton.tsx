import { changeLanguage, useLanguage, useTexts } from './language';
import { texts } from './texts';
import { Button } from './ui/Button';

export function LanguageButton() {
  const t = useTexts(texts);
  const other = useLanguage() === 'ja' ? 'en' : 'ja';
  return (
    <Button look="quiet" aria-label={t('otherLabel')} onPress={() => void changeLanguage(other)}>
      <span lang={other}>{t('other')}</span>
    </Button>
  );
}
