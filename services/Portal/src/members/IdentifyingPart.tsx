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
import { Mark } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { Buttons } from './ContactsPart';
import { atFields, fields, ofLines, type Strings, toLines } from './identifying';
import { changed, type May, type Organisation } from './members';
import { Saved } from './Saved';
import { texts } from './texts';

interface PartProps {
  organisation: Organisation;
  may: May;
}

/** The words by which a text would betray the organisation: what it gave, what is proposed, what approvers marked. */
export function IdentifyingPart({ organisation, may }: PartProps) {
  return (
    <>
      <Words organisation={organisation} may={may} />
      <Proposals organisation={organisation} may={may} />
      {may.terms ? <Terms /> : null}
    </>
  );
}

function useReplace(organisation: Organisation, onDone: () => void) {
  const queries = useQueryClient();
  return useWrite(
    (body: Schemas['ReplaceIdentifyingCommand'], keyed) =>
      answer(api.PUT('/api/organisations/{id}/identifying', { params: { path: { id: organisation.id } }, body, ...keyed })),
    {
      onDone: async () => {
        await changed(queries, organisation.id);
        onDone();
      },
    },
  );
}

function Words({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [open, setOpen] = useState<Record<keyof Strings, string>>();
  const [said, setSaid] = useState('');
  const given = organisation.identifying ?? {};
  const write = useReplace(organisation, () => {
    setOpen(undefined);
    setSaid(t('saved'));
  });
  const confirm = useWrite(
    (version: number, keyed) =>
      answer(
        api.POST('/api/organisations/{id}/identifying/confirmation', {
          params: { path: { id: organisation.id } },
          body: { version },
          ...keyed,
        }),
      ),
    {
      onDone: async () => {
        await changed(queries, organisation.id);
        setSaid(t('confirmed'));
      },
    },
  );
  const isConfirmed = organisation.confirmedVersion === organisation.identifyingVersion;
  return (
    <Card title={t('identifyingTitle')}>
      <p className="mb-3">{t('identifyingWhat')}</p>
      <Saved said={said} />
      {open ? (
        <HubForm
          problem={write.error && atFields(write.error, ofLines(open))}
          onSubmit={() => write.send({ strings: ofLines(open), rejected: null })}
        >
          {fields.map(field => (
            <TextInput
              key={field}
              name={field}
              label={t(`strings.${field}`)}
              rows={Math.min(8, Math.max(2, open[field].split('\n').length + 1))}
              value={open[field]}
              onChange={text => setOpen({ ...open, [field]: text })}
            />
          ))}
          <Buttons isPending={write.isPending} onCancel={() => setOpen(undefined)} />
        </HubForm>
      ) : (
        <>
          <dl className="mb-4 grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            {fields.map(field => (
              <div key={field} className="contents">
                <dt className="font-bold">{t(`strings.${field}`)}</dt>
                <dd>{(given[field] ?? []).join('、') || '–'}</dd>
              </div>
            ))}
          </dl>
          <p className="mb-3">
            {isConfirmed ? (
              <>
                <strong>✓ {t('confirmed')}</strong> {organisation.confirmedAt ? <Time at={organisation.confirmedAt} /> : null}
              </>
            ) : (
              <strong>{t('unconfirmed')}</strong>
            )}
          </p>
          {confirm.error ? <ProblemNotice problem={confirm.error} /> : null}
          {may.identify && !isConfirmed ? <p className="mb-2">{t('confirmWhat')}</p> : null}
          <div className="flex flex-wrap gap-3">
            {may.identify && !isConfirmed ? (
              <Button isPending={confirm.isPending} onPress={() => confirm.send(organisation.identifyingVersion)}>
                {t('confirmIdentifying')}
              </Button>
            ) : null}
            {may.identify ? (
              <Button
                look="secondary"
                onPress={() => {
                  setSaid('');
                  setOpen(toLines(given));
                }}
              >
                {t('edit')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Card>
  );
}

function Proposals({ organisation, may }: PartProps) {
  const t = useTexts(texts);
  const { id } = organisation;
  const query = useQuery({
    queryKey: ['organisation', id, 'proposals'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/identifying/proposals', { params: { path: { id } }, signal })),
  });
  const write = useReplace(organisation, () => undefined);
  return (
    <Card title={t('proposals')}>
      <p className="mb-3">{t('proposalsWhat')}</p>
      {write.error ? <ProblemNotice problem={write.error} /> : null}
      <Answered query={query}>
        {({ items }) => {
          const rejected = items.filter(p => p.state === 'rejected').map(p => p.value);
          const send = (next: string[]) => write.send({ strings: organisation.identifying, rejected: next });
          return (
            <>
              {items.length === 0 ? <p>{t('noProposals')}</p> : null}
              <ul>
                {items.map(p => {
                  const out = p.state === 'rejected';
                  return (
                    <li key={p.value} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-300 py-2">
                      <span>
                        <strong>{p.value}</strong> {out ? <Mark>{t('rejected')}</Mark> : null}
                        <span className="block text-sm text-solid-gray-700">{p.reason}</span>
                      </span>
                      {may.identify ? (
                        <Button
                          look="quiet"
                          isPending={write.isPending}
                          aria-label={out ? t('restoreOf', { value: p.value }) : t('rejectOf', { value: p.value })}
                          onPress={() => send(out ? rejected.filter(r => r !== p.value) : [...rejected, p.value])}
                        >
                          {out ? t('restore') : t('reject')}
                        </Button>
                      ) : null}
                    </li>
                  );
                })}
              </ul>
            </>
          );
        }}
      </Answered>
    </Card>
  );
}

function Terms() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['terms'], queryFn: ({ signal }) => answer(api.GET('/api/terms', { signal })) });
  const decide = useWrite(
    ({ id, decision }: { id: string; decision: string }, keyed) =>
      answer(api.POST('/api/terms/{termId}/decision', { params: { path: { termId: id } }, body: { decision }, ...keyed })),
    { onDone: () => queries.invalidateQueries({ queryKey: ['terms'] }) },
  );
  return (
    <Card title={t('terms')}>
      <p className="mb-3">{t('termsWhat')}</p>
      {decide.error ? <ProblemNotice problem={decide.error} /> : null}
      <Answered query={query}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p>{t('noTerms')}</p> : null}
            <ul>
              {items.map(term => (
                <li key={term.id} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-300 py-2">
                  <span>
                    <strong>{term.text}</strong> <Mark>{t(term.state === 'accepted' ? 'termState.accepted' : 'termState.proposed')}</Mark>
                    <span className="block text-sm text-solid-gray-700">
                      <Time at={term.proposedAt} />
                    </span>
                  </span>
                  <span className="flex flex-wrap">
                    {term.state === 'accepted' ? null : (
                      <Button
                        look="quiet"
                        isPending={decide.isPending}
                        aria-label={t('acceptOf', { text: term.text })}
                        onPress={() => decide.send({ id: term.id, decision: 'accept' })}
                      >
                        {t('accept')}
                      </Button>
                    )}
                    <Button
                      look="quiet"
                      isPending={decide.isPending}
                      aria-label={t('refuseOf', { text: term.text })}
                      onPress={() => decide.send({ id: term.id, decision: 'refuse' })}
                    >
                      {t('refuse')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}
