import { useLanguage, useTexts } from '@/app/language';
import { type Group, nameOf, type Reporter, sizeOf } from './audience';
import type { Report } from './form';
import { texts } from './texts';

/** In words: who will see what, and when. */
export function WhoSees({ report, groups, reporter }: { report: Report; groups: readonly Group[]; reporter: Reporter }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const chosen = groups.filter(group => report.audience?.includes(group.id));
  const visibility = report.sourceVisibility === 'ceptoar' && reporter.secretariatIsMinistry ? 'ministry' : report.sourceVisibility;
  const readers = { ceptoar: t('seesCeptoar'), ministry: t('seesMinistry'), centre: t('seesCentre') }[visibility ?? ''] ?? t('seesNobody');
  return (
    <>
      <h3 className="mb-2 text-lg">{t('whoSees')}</h3>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <dt className="font-bold">{t('seesOriginal')}</dt>
        <dd>{readers}</dd>
        <dt className="font-bold">{t('seesRendition')}</dt>
        <dd>
          {chosen.length === 0 ? (
            t('audienceNone')
          ) : (
            <ul>
              {chosen.map(group => (
                <li key={group.id}>
                  {nameOf(group, language)}（{t('audienceSize', { size: sizeOf(group, language) })}）
                </li>
              ))}
            </ul>
          )}
          <p className="mt-1 font-bold">
            {report.requestedTlp === 'RED' ? t('seesRed') : report.releaseMode === 'auto' ? t('seesWhenAuto') : t('seesWhenReview')}
          </p>
        </dd>
      </dl>
    </>
  );
}
