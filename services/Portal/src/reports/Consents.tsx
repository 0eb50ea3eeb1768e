import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Time } from '@/app/ui/Time';
import { labelChangesQuery, reportKey } from './reports';
import { texts } from './texts';
import { useLabelDecision } from './useLabelDecision';

/** Laxer labels that someone asks the source to consent to: what each would do, in words, before one says yes. */
export function Consents({ reportId, mayDecide }: { reportId: string; mayDecide: boolean }) {
  const t = useTexts(texts);
  const { data } = useQuery(labelChangesQuery);
  const changes = data?.items.filter(change => change.reportId === reportId) ?? [];
  if (changes.length === 0) return null;
  return (
    <Card title={t('changes')}>
      <ul className="flex flex-col gap-6">
        {changes.map(change => (
          <Consent key={change.id} change={change} mayDecide={mayDecide} />
        ))}
      </ul>
    </Card>
  );
}

function Consent({ change, mayDecide }: { change: Schemas['LabelChangeView']; mayDecide: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const queries = useQueryClient();
  const decide = useLabelDecision(change, () => queries.invalidateQueries({ queryKey: reportKey(change.reportId) }));
  return (
    <li>
      <p className="mb-2">
        {change.askedBySource ? t('changeOwn') : t('changeAsk')} <Time at={change.askedAt} />
      </p>
      {change.fromOriginal !== change.toOriginal ? (
        <p className="font-bold">{t('changeOriginal', { from: change.fromOriginal, to: change.toOriginal })}</p>
      ) : null}
      {change.fromCeiling !== change.toCeiling ? (
        <p className="font-bold">{t('changeCeiling', { from: change.fromCeiling, to: change.toCeiling })}</p>
      ) : null}
      <p>
        {t('changeReason')}: {change.reason}
      </p>
      {change.effects.length > 0 ? (
        <>
          <h3 className="mt-2 font-bold">{t('changeEffects')}</h3>
          <ul className="list-disc ps-6">
            {change.effects.map(effect => (
              <li key={effect.what}>
                {effect[language]}（{t('changeOrganisations', { count: effect.organisations })}）
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {decide.error ? <ProblemNotice problem={decide.error} /> : null}
      {change.consentedAt ? (
        <p role="status" className="mt-2 font-bold">
          ✓ {t('consented')}
        </p>
      ) : mayDecide ? (
        <div className="not-printed mt-3 flex flex-wrap gap-3">
          <Button look="secondary" isPending={decide.isPending} onPress={() => decide.send('agree')}>
            {t('consent')}
          </Button>
          <Button look="secondary" isPending={decide.isPending} onPress={() => decide.send('refuse')}>
            {t('refuse')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
