import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { SaveFile } from '@/app/ui/SaveFile';
import { reportTexts } from './reportTexts';

/** A report to take away: for a spreadsheet, a browser, a program, on paper. */
export function Downloads({ path, name }: { path: string; name: string }) {
  const t = useTexts(reportTexts);
  return (
    <section aria-label={t('downloads')} className="not-printed flex flex-wrap gap-3">
      <SaveFile path={`${path}?format=csv`} accept="text/csv" name={`${name}.csv`} label={t('csv')} />
      <SaveFile path={`${path}?format=html`} accept="text/html" name={`${name}.html`} label={t('html')} />
      <SaveFile path={path} accept="application/json" name={`${name}.json`} label={t('json')} />
      <Button look="secondary" onPress={() => window.print()}>
        {t('print')}
      </Button>
    </section>
  );
}
