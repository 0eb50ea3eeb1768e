import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Check } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Mark } from '@/app/ui/marks';
import { Pick } from '@/app/ui/Pick';
import { SearchField } from '@/app/ui/SearchField';
import { type Column, Table } from '@/app/ui/Table';
import { number } from '@/app/ui/time';
import { Saved } from '@/members/Saved';
import { type Candidate, type Drill, drillQuery, participantsQuery, renewDrills } from './drills';
import { chosenOf, fits, refused, sameSet } from './participants';
import { RecordConsent } from './RecordConsent';
import { texts } from './texts';
import { useTwoWrote } from './useTwoWrote';

const route = getRouteApi('/frame/drills/$id');
/** More rows than one reads; the others are searched for. */
const shownAtMost = 100;

/** Who takes part in a drill: its secretariat chooses out of those who agreed, the centre sees it. */
export function Participants({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const chooses = has(useMe(), 'secretariat') && drill.mayCustomise && drill.state === 'planned';
  const query = useQuery(participantsQuery(drill.id));
  return (
    <Card title={t('chosen.title')}>
      <Answered query={query}>
        {candidates => (chooses ? <Choosing drill={drill} candidates={candidates} /> : <Shown candidates={candidates} />)}
      </Answered>
    </Card>
  );
}

function Shown({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useTexts(texts);
  const chosen = chosenOf(candidates);
  return (
    <>
      <p className="mb-3">{t('chosen.readOnly')}</p>
      <Counts candidates={candidates} chosen={chosen} />
      <List candidates={candidates} chosen={chosen} more={[]} />
    </>
  );
}

interface Choice {
  revision: number;
  chosen: ReadonlySet<string>;
}

function Choosing({ drill, candidates }: { drill: Drill; candidates: readonly Candidate[] }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const saved = chosenOf(candidates);
  // what was chosen here and is not saved yet, with what it began from
  const [own, setOwn] = useState<{ base: Choice; chosen: ReadonlySet<string> }>();
  const [said, setSaid] = useState('');
  const [recording, setRecording] = useState<Candidate>();
  const base = own?.base ?? { revision: drill.revision, chosen: saved };
  const chosen = own?.chosen ?? saved;
  const put = (next: ReadonlySet<string>) => {
    setSaid('');
    setOwn({ base, chosen: next });
  };
  const path = { id: drill.id };
  const write = useWrite(
    (body: { organisations: string[]; revision: number }, keyed) =>
      answer(api.PUT('/api/drills/{id}/participants', { params: { path }, body, ...keyed })),
    {
      onDone: async () => {
        await renewDrills(queries);
        setOwn(undefined);
        setSaid(t('chosen.saved'));
      },
    },
  );
  const sent = [...chosen].sort();
  const send = (over = base) => {
    setSaid('');
    write.send({ organisations: sent, revision: over.revision });
  };
  const names = (ids: ReadonlySet<string>, others: ReadonlySet<string>) =>
    candidates
      .filter(one => ids.has(one.organisationId) && !others.has(one.organisationId))
      .map(one => one.name)
      .join('・');
  const two = useTwoWrote<Choice>(write, base, {
    read: async () => {
      const [newest, list] = await Promise.all([
        queries.fetchQuery({ ...drillQuery(drill.id), staleTime: 0 }),
        queries.fetchQuery({ ...participantsQuery(drill.id), staleTime: 0 }),
      ]);
      return { revision: newest.revision, chosen: chosenOf(list) };
    },
    touched: newest => !sameSet(newest.chosen, base.chosen),
    differences: theirs => [{ field: t('chosen.title'), theirs: names(theirs.chosen, chosen), mine: names(chosen, theirs.chosen) }],
    take: theirs => setOwn({ base: theirs, chosen: theirs.chosen }),
    keep: theirs => {
      setOwn({ base: theirs, chosen });
      send(theirs);
    },
  });
  const agreed = candidates.filter(one => one.agreed === true);
  const wrong = refused(write.error?.errors ?? {}, sent);
  const dirty = own !== undefined && !sameSet(own.chosen, own.base.chosen);
  return (
    <>
      <p className="mb-3">{t('chosen.what')}</p>
      <HubForm problem={two.problem} onSubmit={() => send()}>
        {two.question}
        <div>
          <Counts candidates={candidates} chosen={chosen} />
          <div className="flex flex-wrap gap-3">
            <Button look="secondary" onPress={() => put(new Set(agreed.map(one => one.organisationId)))}>
              {t('chosen.everyone', { count: agreed.length })}
            </Button>
            <Button look="quiet" onPress={() => put(new Set())}>
              {t('chosen.nobody')}
            </Button>
          </div>
        </div>
        <List
          candidates={candidates}
          chosen={chosen}
          more={[
            {
              head: t('chosen.take'),
              cell: one => (
                <>
                  <Check
                    aria-label={t('chosen.takeOf', { name: one.name })}
                    isDisabled={one.agreed !== true && !chosen.has(one.organisationId)}
                    isSelected={chosen.has(one.organisationId)}
                    onChange={on => {
                      const next = new Set(chosen);
                      if (on) next.add(one.organisationId);
                      else next.delete(one.organisationId);
                      put(next);
                    }}
                  >
                    {t('chosen.take')}
                  </Check>
                  {wrong.has(one.organisationId) ? (
                    <p className="text-red-900 before:content-['＊']">{wrong.get(one.organisationId)}</p>
                  ) : null}
                </>
              ),
            },
            {
              head: t('chosen.record'),
              cell: one => (
                <Button look="quiet" aria-label={t('chosen.recordOf', { name: one.name })} onPress={() => setRecording(one)}>
                  {t('chosen.record')}
                </Button>
              ),
            },
          ]}
        />
        <Saved said={said} />
        {dirty ? <p className="font-bold text-orange-1000">{t('chosen.unsaved')}</p> : null}
        <Button type="submit" isPending={write.isPending} className="self-start">
          {t('chosen.save', { count: chosen.size })}
        </Button>
      </HubForm>
      {recording ? (
        <RecordConsent
          key={recording.organisationId}
          of={recording}
          onClose={() => setRecording(undefined)}
          onDone={() => {
            setSaid(t('chosen.recorded', { name: recording.name }));
            setRecording(undefined);
          }}
        />
      ) : null}
    </>
  );
}

function Counts({ candidates, chosen }: { candidates: readonly Candidate[]; chosen: ReadonlySet<string> }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const said = (count: number) => number(count, language);
  return (
    <p role="status" className="mb-3 text-lg font-bold">
      {t('chosen.count', {
        all: said(candidates.length),
        agreed: said(candidates.filter(one => one.agreed === true).length),
        chosen: said(chosen.size),
      })}
    </p>
  );
}

function List({
  candidates,
  chosen,
  more,
}: {
  candidates: readonly Candidate[];
  chosen: ReadonlySet<string>;
  more: readonly Column<Candidate>[];
}) {
  const t = useTexts(texts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Record<string, string>) =>
    void navigate({ search: { ...search, ...part } as typeof search, replace: true, resetScroll: false });
  const fitting = candidates.filter(one => fits(one, chosen, search));
  return (
    <div>
      <search aria-label={t('filter')} className="not-printed mb-4 grid grid-cols-1 gap-3 sm:grid-cols-2">
        <SearchField label={t('chosen.search')} value={search.q ?? ''} onChange={q => change({ q })} />
        <Pick
          label={t('chosen.show')}
          value={search.show ?? ''}
          onChange={show => change({ show })}
          options={[
            { value: '', label: t('chosen.all') },
            { value: 'agreed', label: t('chosen.agreed') },
            { value: 'asked', label: t('chosen.asked') },
            { value: 'chosen', label: t('chosen.chosenOnly') },
          ]}
        />
      </search>
      {fitting.length === 0 ? (
        <p>{t('chosen.none')}</p>
      ) : (
        <Table
          caption={t('chosen.title')}
          rows={fitting.slice(0, shownAtMost)}
          keyOf={one => one.organisationId}
          columns={[
            {
              head: t('chosen.organisation'),
              cell: one => (
                <>
                  {one.name} {one.secondHop ? <Mark>{t('chosen.secondHop')}</Mark> : null}
                </>
              ),
            },
            {
              head: t('chosen.consent'),
              cell: one => (one.agreed === null ? t('chosen.unknown') : one.agreed ? `✓ ${t('chosen.yes')}` : `✗ ${t('chosen.no')}`),
            },
            ...more,
          ]}
        />
      )}
      {fitting.length > shownAtMost ? <p className="mt-3 text-sm">{t('chosen.more', { count: fitting.length - shownAtMost })}</p> : null}
    </div>
  );
}
