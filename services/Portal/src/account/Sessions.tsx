import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Confirm } from '@/app/ui/Confirm';
import { Mark } from '@/app/ui/marks';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { texts } from './texts';

type Session = Schemas['ListSessionsView'];

/** Where one is signed in, and how to end it there. */
export function Sessions() {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  // the same as the frame asks for to warn of the end of this one
  const queryKey = ['sessions', me.session];
  const query = useQuery({ queryKey, queryFn: ({ signal }) => answer(api.GET('/api/me/sessions', { signal })) });
  const renew = () => queries.invalidateQueries({ queryKey });
  const endOthers = useWrite((_: string, keyed) => answer(api.DELETE('/api/me/sessions', { ...keyed })), { onDone: renew });
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions" className="mb-2 text-xl">
        {t('sessions')}
      </h2>
      <p className="mb-4">{t('sessionsLead')}</p>
      <p role="status" className={endOthers.isSuccess ? 'mb-4 font-bold' : 'sr-only'}>
        {endOthers.isSuccess ? `✓ ${t('ended')}` : ''}
      </p>
      <Answered query={query}>
        {({ items }) => (
          <>
            <ul className="flex flex-col">
              {[...items]
                .sort((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt.localeCompare(a.lastUsedAt))
                .map(session => (
                  <Row key={session.id} session={session} onEnded={renew} />
                ))}
            </ul>
            {items.length > 1 ? (
              <div className="mt-4">
                <Confirm
                  label={t('endOthers')}
                  question={t('endOthersAsk')}
                  problem={endOthers.error}
                  isPending={endOthers.isPending}
                  done={endOthers.isSuccess}
                  onConfirm={() => endOthers.send(me.session ?? '')}
                >
                  <p>{t('endOthersDetail')}</p>
                </Confirm>
              </div>
            ) : (
              <p className="mt-2 text-solid-gray-700">{t('onlyThis')}</p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Row({ session, onEnded }: { session: Session; onEnded: () => unknown }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const end = useWrite(
    (sessionId: string, keyed) => answer(api.DELETE('/api/me/sessions/{sessionId}', { params: { path: { sessionId } }, ...keyed })),
    { onDone: onEnded },
  );
  const agent = session.agent === 'other' ? t('agents.other') : session.agent;
  const time = japanTime(new Date(session.createdAt), language, now);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-300 py-3 first:border-t-0">
      <div>
        <p className="flex flex-wrap items-center gap-2 font-bold">
          {agent} {session.current ? <Mark>{t('current')}</Mark> : null}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
          <span>
            {t('started')}: <Time at={session.createdAt} relative={false} />
          </span>
          <span>
            {t('lastUsed')}: <Time at={session.lastUsedAt} />
          </span>
          <span>
            {t('expires')}: <Time at={session.expiresAt} relative={false} />
          </span>
        </p>
      </div>
      {session.current ? null : (
        <Confirm
          label={t('end')}
          aria-label={t('endOf', { agent, time })}
          question={t('endAsk')}
          problem={end.error}
          isPending={end.isPending}
          done={end.isSuccess}
          onConfirm={() => end.send(session.id)}
        >
          <p>{t('endDetail', { agent, time })}</p>
        </Confirm>
      )}
    </li>
  );
}
