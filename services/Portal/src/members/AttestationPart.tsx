import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Time } from '@/app/ui/Time';
import { changed, type May, type Organisation } from './members';
import { Saved } from './Saved';
import { texts } from './texts';

/** When the organisation last said that its entries are right, and what it is asked to confirm. */
export function AttestationPart({ organisation, may }: { organisation: Organisation; may: May }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const { id } = organisation;
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const query = useQuery({
    queryKey: ['organisation', id, 'attestation'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/attestation', { params: { path: { id } }, signal })),
  });
  const ask = useWrite(
    (body: Schemas['RequestAttestationCommand'], keyed) =>
      answer(api.POST('/api/organisations/{id}/attestation/request', { params: { path: { id } }, body, ...keyed })),
    {
      onDone: async () => {
        await changed(queries, id);
        setReason('');
        setSaid(t('asked'));
      },
    },
  );
  const attest = useWrite(
    (_: null, keyed) => answer(api.POST('/api/organisations/{id}/attestation', { params: { path: { id } }, ...keyed })),
    {
      onDone: async () => {
        await changed(queries, id);
        setSaid(t('attestDone'));
      },
    },
  );
  return (
    <Card title={t('parts.attestation')}>
      <Saved said={said} />
      <Answered query={query}>
        {({ last, changedSince, open }) => (
          <>
            <p className="mb-3">
              {last ? (
                <>
                  {t('lastAttested')}: <Time at={last.at} /> {changedSince ? <strong>{t('changedSince')}</strong> : null}
                </>
              ) : (
                t('neverAttested')
              )}
            </p>
            <h3 className="text-lg">{t('openTasks')}</h3>
            {open.length === 0 ? <p className="mb-3">{t('noTasks')}</p> : null}
            <ul className="mb-3">
              {open.map(task => (
                <li key={task.reason} className="border-t border-solid-gray-300 py-2">
                  <strong>{t(task.reason === 'requested' ? 'task.requested' : 'task.yearly')}</strong> {task.note}
                  <span className={`block ${task.late ? 'font-bold text-red-1000' : ''}`}>
                    {t('due')}: <Time at={task.due} /> {task.late ? t('lateNow') : ''}
                  </span>
                </li>
              ))}
            </ul>
            {may.attest ? (
              <>
                <p className="mb-2">{t('attestWhat')}</p>
                {attest.error ? <ProblemNotice problem={attest.error} /> : null}
                <Button isPending={attest.isPending} onPress={() => attest.send(null)}>
                  {t('attest')}
                </Button>
              </>
            ) : null}
            {may.ask && !open.some(task => task.reason === 'requested') ? (
              <HubForm problem={ask.error} onSubmit={() => ask.send({ reason })} className="flex flex-col gap-3">
                <TextInput name="reason" label={t('askReason')} explanation={t('askWhat')} isRequired value={reason} onChange={setReason} />
                <Button type="submit" isPending={ask.isPending} className="self-start">
                  {t('ask')}
                </Button>
              </HubForm>
            ) : null}
          </>
        )}
      </Answered>
    </Card>
  );
}
