import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Card } from '@/app/ui/Card';
import { Choice } from '@/app/ui/fields';
import { Pick } from '@/app/ui/Pick';
import type { Report } from './form';
import { Moment } from './Moment';
import { texts } from './texts';
import { organisationsQuery } from './useReporter';

/** Whose report it is that was told by telephone, fax or in person. */
export function OnBehalf({ report, onChange, isFixed }: { report: Report; onChange: (part: Partial<Report>) => void; isFixed: boolean }) {
  const t = useTexts(texts);
  const me = useMe();
  const organisations = useQuery(organisationsQuery);
  const { onBehalf } = report;
  if (!onBehalf) return null;
  const operators = (organisations.data?.items ?? []).filter(o => o.kind === 'operator' && o.active && o.id !== me.organisation.id);
  const change = (part: Partial<typeof onBehalf>) => onChange({ onBehalf: { ...onBehalf, ...part } });
  return (
    <Card title={t('onBehalf.heading')}>
      <div className="flex flex-col gap-6">
        {isFixed ? null : (
          <Pick
            label={`${t('onBehalf.organisation')}`}
            name="onBehalf.organisationId"
            value={onBehalf.organisationId ?? ''}
            onChange={organisationId => onChange({ onBehalf: { ...onBehalf, organisationId: organisationId || null }, audience: [] })}
            options={[{ value: '', label: t('onBehalf.choose') }, ...operators.map(o => ({ value: o.id, label: o.name }))]}
          />
        )}
        <Choice
          name="onBehalf.means"
          label={t('onBehalf.means')}
          value={onBehalf.means ?? ''}
          onChange={means => change({ means })}
          options={(['telephone', 'fax', 'inPerson', 'other'] as const).map(value => ({ value, label: t(`onBehalf.${value}`) }))}
        />
        <Moment name="onBehalf.toldAt" label={t('onBehalf.toldAt')} value={onBehalf.toldAt} onChange={toldAt => change({ toldAt })} />
        <p className="text-sm text-solid-gray-700">{t('onBehalf.note')}</p>
      </div>
    </Card>
  );
}
