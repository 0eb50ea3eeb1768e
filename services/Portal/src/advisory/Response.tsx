import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Time } from '@/app/ui/Time';
import { inboxKey } from '@/inbox/inbox';
import { type Advisory, advisoryQuery, answersQuery } from './advisory';
import { texts } from './texts';

/** Confirm, cannot act, affected, of use: each in one press, and plainly said once it has arrived. */
export function Response({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const params = { path: { id: advisory.id } };
  const answers = useQuery({ ...answersQuery(advisory.id), enabled: advisory.state !== 'recalled' });
  const [cannot, setCannot] = useState(false);
  const [why, setWhy] = useState('');
  const receipt = useWrite(
    (body: Schemas['GiveReceiptCommand'], keyed) => answer(api.POST('/api/advisories/{id}/receipts', { params, body, ...keyed })),
    {
      onDone: myReceipt => {
        setCannot(false);
        queries.setQueryData(advisoryQuery(advisory.id).queryKey, old => old && { ...old, myReceipt });
        void queries.invalidateQueries({ queryKey: inboxKey });
      },
    },
  );
  const say = useWrite(
    (body: Schemas['GiveAnswerCommand'], keyed) => answer(api.POST('/api/advisories/{id}/answers', { params, body, ...keyed })),
    {
      onDone: () => queries.invalidateQueries({ queryKey: answersQuery(advisory.id).queryKey }),
    },
  );
  const state = advisory.myReceipt?.state;
  const mine = answers.data?.mine;
  const affected = [
    ['yes', t('affectedYes')],
    ['no', t('affectedNo')],
    ['investigating', t('affectedInvestigating')],
  ] as const;
  return (
    <div className="not-printed">
      <Card title={t('response')}>
        {receipt.error && !cannot ? <ProblemNotice problem={receipt.error} /> : null}
        <p role="status" className="mb-2">
          {advisory.myReceipt && (state === 'confirmed' || state === 'cannotAct') ? (
            <strong>
              ✓ {state === 'confirmed' ? t('confirmedAt') : t('cannotActAt')} <Time at={advisory.myReceipt.at} />
            </strong>
          ) : (
            t('toConfirm')
          )}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            look={state === 'confirmed' ? 'secondary' : 'primary'}
            isDisabled={state === 'confirmed'}
            isPending={receipt.isPending}
            className="min-w-40"
            onPress={() => receipt.send({ state: 'confirmed', comment: null })}
          >
            {t('confirm')}
          </Button>
          <Button look="secondary" isPending={receipt.isPending} onPress={() => setCannot(true)}>
            {t('cannotAct')}
          </Button>
        </div>
        <Dialogue title={t('cannotAct')} isOpen={cannot} onClose={() => setCannot(false)}>
          <HubForm problem={receipt.error} onSubmit={() => receipt.send({ state: 'cannotAct', comment: why || null })}>
            <TextInput name="comment" label={t('cannotActWhy')} rows={3} value={why} onChange={setWhy} autoFocus />
            <FormButtons does={t('send')} isPending={receipt.isPending} onCancel={() => setCannot(false)} />
          </HubForm>
        </Dialogue>
        {advisory.state !== 'recalled' ? (
          <>
            {say.error ? <ProblemNotice problem={say.error} /> : null}
            <fieldset className="mt-6">
              <legend className="mb-2 font-bold">{t('affected')}</legend>
              <div className="flex flex-wrap gap-3">
                {affected.map(([value, label]) => (
                  <Pressed
                    key={value}
                    on={mine?.affected === value}
                    label={label}
                    isPending={say.isPending}
                    onPress={() => say.send({ affected: value, useful: mine?.useful ?? null, comment: mine?.comment ?? null })}
                  />
                ))}
              </div>
            </fieldset>
            <fieldset className="mt-6">
              <legend className="mb-2 font-bold">{t('useful')}</legend>
              {mine ? null : <p className="mb-2 text-sm text-solid-gray-700">{t('answerFirst')}</p>}
              <div className="flex flex-wrap gap-3">
                {([true, false] as const).map(useful => (
                  <Pressed
                    key={String(useful)}
                    on={mine?.useful === useful}
                    label={useful ? t('usefulYes') : t('usefulNo')}
                    isPending={say.isPending}
                    isDisabled={!mine}
                    onPress={() => mine && say.send({ affected: mine.affected, useful, comment: mine.comment })}
                  />
                ))}
              </div>
            </fieldset>
            {answers.data ? <Counts counts={answers.data.counts} /> : null}
          </>
        ) : null}
      </Card>
    </div>
  );
}

function Pressed({ on, label, ...rest }: { on: boolean; label: string; isPending: boolean; isDisabled?: boolean; onPress: () => void }) {
  return (
    <Button look="secondary" aria-pressed={on} className={on ? 'bg-blue-100 ring-2 ring-blue-900' : ''} {...rest}>
      {on ? '✓ ' : ''}
      {label}
    </Button>
  );
}

/** How all answered. Where it is but one or two the hub does not tell the number. */
function Counts({ counts }: { counts: Schemas['ListAnswersCounts'] }) {
  const t = useTexts(texts);
  const told = (count: number | null) => count ?? t('few');
  return (
    <p className="mt-6 text-sm text-solid-gray-700">
      {t('others')}:{' '}
      {t('counts', { yes: told(counts.yes), no: told(counts.no), investigating: told(counts.investigating), useful: told(counts.useful) })}
    </p>
  );
}
