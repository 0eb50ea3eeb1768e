import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import type { Report } from './form';
import type { Receipt } from './ReportPage';
import { texts } from './texts';
import { Uploads } from './Uploads';

/** It arrived: its number, what happens next, and the files on their way. */
export function HandedIn({
  receipt,
  report,
  files,
  onAgain,
}: {
  receipt: Receipt;
  report: Report;
  files: readonly File[];
  onAgain: () => void;
}) {
  const t = useTexts(texts);
  const own = has(useMe(), 'operator');
  return (
    <Page title={t('done')} above={report.exercise ? <DrillBand className="mb-4" /> : null}>
      <div className="flex flex-col gap-4">
        <section className="rounded-xl border-4 border-green-900 bg-white p-4 md:p-6" role="status">
          <p>{t('doneNumber')}</p>
          <p className="text-3xl font-bold">{receipt.number}</p>
          {receipt.version ? <p>{t('doneFollowUp', { version: receipt.version })}</p> : null}
        </section>
        {files.length > 0 ? (
          <Card title={t('upload')}>
            <Uploads reportId={receipt.id} files={files} />
          </Card>
        ) : null}
        <Card title={t('doneNext')}>
          <ol className="list-decimal ps-6">
            <li>{t('doneLabels')}</li>
            {report.releaseMode === 'auto' ? <li>{t('doneAuto')}</li> : null}
            <li>{t('doneApprove')}</li>
            <li>{t('doneThen')}</li>
          </ol>
          {own ? null : <p className="mt-2 font-bold">{t('doneBehalf')}</p>}
          <div className="mt-6 flex flex-wrap gap-3">
            {own || report.onBehalf ? (
              <LinkButton to="/reports/$id" params={{ id: receipt.id }}>
                {t('doneSee')}
              </LinkButton>
            ) : null}
            <Button look="secondary" onPress={onAgain}>
              {t('doneAnother')}
            </Button>
          </div>
        </Card>
      </div>
    </Page>
  );
}
