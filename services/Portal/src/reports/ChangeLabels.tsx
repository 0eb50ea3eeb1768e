import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { type Label, levels, lowers } from '@/triage/rules';
import { labelsKey } from '@/triage/triage';
import { texts } from './changeTexts';
import { labelChangesQuery, reportKey, reportsKey } from './reports';

/** Makes a report's labels stricter, or asks that they become less so. */
export function ChangeLabels({ label, onSaid }: { label: Label; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [original, setOriginal] = useState<Schemas['Tlp']>(label.original);
  const [ceiling, setCeiling] = useState<Schemas['Tlp']>(label.ceiling);
  const [reason, setReason] = useState('');
  const same = original === label.original && ceiling === label.ceiling;
  const down = lowers(label, original, ceiling);
  const change = useWrite(
    (body: Schemas['ChangeLabelCommand'], keyed) =>
      answer(api.PUT('/api/reports/{id}/label', { params: { path: { id: label.reportId } }, body, ...keyed })),
    {
      onDone: receipt => {
        setReason('');
        onSaid(receipt.state === 'awaiting' ? t('changedDown') : t('changedUp'));
        void queries.invalidateQueries({ queryKey: labelChangesQuery.queryKey });
        void queries.invalidateQueries({ queryKey: reportKey(label.reportId) });
        void queries.invalidateQueries({ queryKey: reportsKey });
        return queries.invalidateQueries({ queryKey: labelsKey });
      },
    },
  );
  const options = levels.map(level => ({ value: level, label: `TLP:${level}` }));
  return (
    <HubForm problem={change.error} onSubmit={() => change.send({ original, ceiling, reason })}>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Pick
          label={t('newOriginal')}
          name="original"
          value={original}
          onChange={value => setOriginal(value as Schemas['Tlp'])}
          options={options}
        />
        <Pick
          label={t('newCeiling')}
          name="ceiling"
          value={ceiling}
          onChange={value => setCeiling(value as Schemas['Tlp'])}
          options={options}
        />
      </div>
      <TextInput name="reason" label={t('reason')} explanation={t('reasonWhat')} rows={3} isRequired value={reason} onChange={setReason} />
      <p role="status" className="font-bold">
        {same ? t('changeNothing') : down ? t('changeDown') : t('changeUp')}
      </p>
      <Button type="submit" look="secondary" className="self-start" isDisabled={same} isPending={change.isPending}>
        {down ? t('changeDownDo') : t('changeUpDo')}
      </Button>
    </HubForm>
  );
}

/** The same behind a press, for pages where it is rarely wanted. */
export function ChangeLabelsOnWish({ label }: { label: Label }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <div className="not-printed mt-4">
      <p role="status" className={said ? 'mb-3 font-bold' : ''}>
        {said ? `✓ ${said}` : ''}
      </p>
      <h3 className="mb-1 font-bold">{t('change')}</h3>
      <p className="mb-3 text-sm text-solid-gray-700">{t('changeWhat')}</p>
      {open ? (
        <ChangeLabels
          label={label}
          onSaid={words => {
            setSaid(words);
            setOpen(false);
          }}
        />
      ) : (
        <Button look="secondary" onPress={() => setOpen(true)}>
          {t('changeOpen')}
        </Button>
      )}
    </div>
  );
}
