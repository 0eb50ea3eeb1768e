import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import type { Problem } from '@/api/problem';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { Card } from './TriagedPage';
import { texts } from './texts';
import { openingsQuery } from './triage';

/** To learn who reported: asked with a reason, decided by a second person, seen for an hour. Nothing is looked up before somebody presses. */
export function Identity({ reportId, onSaid }: { reportId: string; onSaid: (said: string) => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  const params = { path: { id: reportId } };
  const openings = useQuery(openingsQuery);
  const waiting = openings.data?.items.find(opening => opening.reportId === reportId);
  const renew = () => queries.invalidateQueries({ queryKey: openingsQuery.queryKey });
  const [reason, setReason] = useState('');
  const ask = useWrite(
    (body: Schemas['AskForIdentityCommand'], keyed) => answer(api.POST('/api/reports/{id}/identity', { params, body, ...keyed })),
    {
      onDone: () => {
        setReason('');
        onSaid(t('identityAsked'));
        return renew();
      },
    },
  );
  const decide = useWrite(
    (body: Schemas['DecideOpeningCommand'], keyed) => answer(api.POST('/api/reports/{id}/identity/decision', { params, body, ...keyed })),
    {
      onDone: (_, { decision }) => {
        onSaid(decision === 'approve' ? t('identityApproved') : t('identityRefused'));
        return renew();
      },
    },
  );
  return (
    <Card title={t('identity')}>
      <p className="mb-4">{t('identityWhat')}</p>
      {waiting ? (
        <div className="mb-4 border-s-8 border-orange-1000 ps-4">
          <p className="font-bold">{t('identityWaits')}</p>
          <p className="mb-3 whitespace-pre-line">{waiting.reason}</p>
          {decide.error ? <ProblemNotice problem={decide.error} /> : null}
          {has(me, 'approver') ? (
            <div className="flex flex-wrap gap-3">
              <Button isPending={decide.isPending} onPress={() => decide.send({ opening: waiting.id, decision: 'approve' })}>
                {t('identityApprove')}
              </Button>
              <Button
                look="secondary"
                isPending={decide.isPending}
                onPress={() => decide.send({ opening: waiting.id, decision: 'refuse' })}
              >
                {t('identityRefuse')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : has(me, 'analyst') ? (
        <HubForm problem={ask.error} onSubmit={() => ask.send({ reason })}>
          <TextInput name="reason" label={t('identityReason')} rows={3} isRequired value={reason} onChange={setReason} />
          <Button type="submit" look="secondary" className="self-start" isPending={ask.isPending}>
            {t('identityAsk')}
          </Button>
        </HubForm>
      ) : null}
      <Look reportId={reportId} />
    </Card>
  );
}

/** What was shown is kept nowhere: it is gone with the page. */
function Look({ reportId }: { reportId: string }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const [seen, setSeen] = useState<Schemas['GetIdentityView']>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const look = () => {
    setBusy(true);
    setProblem(undefined);
    void answer(api.GET('/api/reports/{id}/identity', { params: { path: { id: reportId } } }))
      .then(setSeen, setProblem)
      .finally(() => setBusy(false));
  };
  const open = seen && new Date(seen.openUntil) > now ? seen : undefined;
  return (
    <div className="mt-6 border-t border-solid-gray-420 pt-4">
      <div className="flex flex-wrap items-center gap-4">
        <Button look="secondary" isPending={busy} onPress={look}>
          {t('identityLook')}
        </Button>
        <span className="text-sm text-solid-gray-700">{t('identityLookWhat')}</span>
      </div>
      <div role="status" className="mt-3">
        {open ? (
          <p className="text-lg">
            {t('identityName')}: <strong>{open.name ?? t('identityUnknown', { id: open.organisationId })}</strong>（
            {t('identityUntil', { time: japanTime(new Date(open.openUntil), language, now) })}）
          </p>
        ) : problem?.status === 404 ? (
          <p>{t('identityNone')}</p>
        ) : null}
      </div>
      {problem && problem.status !== 404 ? <ProblemNotice problem={problem} /> : null}
    </div>
  );
}
