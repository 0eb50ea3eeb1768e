import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Attachments } from '@/advisory/Attachments';
import { type Advisory, advisoryQuery } from '@/advisory/advisory';
import { LevelLine } from '@/advisory/LevelLine';
import { Notes } from '@/advisory/Notes';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Check, Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { LinkButton } from '@/app/ui/LinkButton';
import { Page } from '@/app/ui/Page';
import { SearchField } from '@/app/ui/SearchField';
import { Time } from '@/app/ui/Time';
import { saysAll } from '@/app/words';
import { ceptoarsQuery } from '@/directory/directory';
import { inboxKey } from '@/inbox/inbox';
import { organisationsQuery } from '@/members/members';
import { Clock } from './Clock';
import { HopNames, useHopTo } from './RelayDeskPage';
import { type RelayHop, relayQuery } from './relay';
import { firstDue, isWaiting, presses } from './rules';
import { texts } from './texts';

const route = getRouteApi('/frame/relay/$id');

/** One advisory on its way down: what it says, how long there is, words of one's own, and to whom. */
export function RelayPage() {
  const { id } = route.useParams();
  const advisory = useQuery(advisoryQuery(id));
  return <Answered query={advisory}>{shown => <Shown advisory={shown} />}</Answered>;
}

function Shown({ advisory }: { advisory: Advisory }) {
  const t = useTexts(texts);
  const hops = useQuery(relayQuery(advisory.id));
  return (
    <Page
      title={t('pageTitle')}
      above={<LevelLine id={advisory.id} />}
      aside={
        <LinkButton to="/relay" look="quiet">
          {t('back')}
        </LinkButton>
      }
    >
      <div className="flex flex-col gap-4">
        <Card title={advisory.title ?? advisory.number ?? ''}>
          <p className="mb-3 text-solid-gray-700">
            {advisory.number} <Time at={advisory.issuedAt} />
          </p>
          <h3 className="text-lg">{t('summary')}</h3>
          <p className="mb-3 whitespace-pre-line">{advisory.summary}</p>
          <h3 className="text-lg">{t('whatToDo')}</h3>
          <p className="mb-3 whitespace-pre-line">{advisory.requiredAction ?? t('nothingToDo')}</p>
          {advisory.notes.length > 0 ? (
            <>
              <h3 className="text-lg">{t('before')}</h3>
              <Notes notes={advisory.notes} />
            </>
          ) : null}
          <LinkButton to="/advisories/$id" params={{ id: advisory.id }} look="quiet" className="-ms-4">
            {t('full')}
          </LinkButton>
        </Card>
        <Attachments advisoryId={advisory.id} files={advisory.attachments} />
        <Answered query={hops}>{({ hops }) => <Hops advisory={advisory} hops={hops} />}</Answered>
      </div>
    </Page>
  );
}

function Hops({ advisory, hops }: { advisory: Advisory; hops: readonly RelayHop[] }) {
  const t = useTexts(texts);
  const to = useHopTo();
  const [done, setDone] = useState(false);
  const waiting = presses(hops);
  const relayed = hops.filter(hop => hop.relayedAt !== null);
  return (
    <>
      <p role="status" className={done ? 'rounded-lg border-2 border-green-900 bg-white p-3 font-bold text-green-1000' : ''}>
        {done ? `✓ ${t('relayed')}` : ''}
      </p>
      {hops.length === 0 ? <p className="card">{t('nothing')}</p> : null}
      {waiting.map((press, place) => (
        <PressForm
          key={press.hop ?? 'hops'}
          advisory={advisory}
          hop={press.hop}
          hops={press.hops}
          primary={place === 0}
          onDone={() => setDone(true)}
        />
      ))}
      {relayed.length > 0 ? (
        <Card title={t('done')}>
          <ul className="mb-3 flex flex-col gap-3">
            {relayed.map(hop => (
              <li key={hop.hop + hop.ceptoar}>
                <p>
                  <strong>{to(hop)}</strong>（{t('recipients', { count: hop.recipients })}）{' '}
                  {hop.relayedAt ? <Time at={hop.relayedAt} /> : null}
                </p>
                {hop.note ? (
                  <blockquote className="mt-1 border-s-4 border-solid-gray-300 ps-4 whitespace-pre-line">{hop.note}</blockquote>
                ) : (
                  <p className="text-solid-gray-700">{t('noNote')}</p>
                )}
              </li>
            ))}
          </ul>
          <LinkButton to="/advisories/$id/reach" params={{ id: advisory.id }} look={waiting.length === 0 ? 'primary' : 'secondary'}>
            {t('reach')}
          </LinkButton>
        </Card>
      ) : null}
      {hops
        .filter(hop => !isWaiting(hop) && hop.relayedAt === null)
        .map(hop => (
          <p key={hop.hop + hop.ceptoar} className="card">
            {to(hop)}: {t('notYet')}
          </p>
        ))}
    </>
  );
}

function PressForm({
  advisory,
  hop,
  hops,
  primary,
  onDone,
}: {
  advisory: Advisory;
  hop: 'secondHop' | null;
  hops: readonly RelayHop[];
  primary: boolean;
  onDone: () => void;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [whom, setWhom] = useState('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const relay = useWrite(
    (body: Schemas['RelayAdvisoryCommand'], keyed) =>
      answer(api.POST('/api/advisories/{id}/relay', { params: { path: { id: advisory.id } }, body, ...keyed })),
    {
      onDone: view => {
        queries.setQueryData(relayQuery(advisory.id).queryKey, view);
        void queries.invalidateQueries({ queryKey: inboxKey });
        void queries.invalidateQueries({ queryKey: ['reach', advisory.id] });
        onDone();
      },
    },
  );
  const everyone = hops.reduce((sum, h) => sum + h.recipients, 0);
  const count = whom === 'all' ? everyone : chosen.size;
  const members = [...chosen];
  const send = () => {
    setMissing(whom === 'some' && members.length === 0);
    if (whom === 'some' && members.length === 0) return;
    relay.send({ hop, note: note.trim() || null, members: whom === 'all' ? null : members });
  };
  const wrong = new Set(
    Object.keys(relay.error?.errors ?? {}).flatMap(path => members[Number(/^members\[(\d+)\]$/.exec(path)?.[1])] ?? []),
  );
  return (
    <section className="card" aria-labelledby={`press-${hop}`}>
      <h2 id={`press-${hop}`} className="mb-2 text-xl">
        <HopNames hops={hops} />
      </h2>
      <div className="mb-4">
        <Clock due={firstDue(hops)} />
      </div>
      <HubForm problem={relay.error} onSubmit={send}>
        <TextInput name="note" label={t('note')} explanation={t('noteWhat')} rows={4} value={note} onChange={setNote} />
        <Choice
          name="members"
          label={t('whom')}
          value={whom}
          onChange={setWhom}
          options={[
            { value: 'all', label: t('everyone', { count: everyone }) },
            { value: 'some', label: t('some'), explanation: t('someWhat') },
          ]}
        />
        {whom === 'some' ? <Members hops={hops} chosen={chosen} onChoose={setChosen} wrong={wrong} missing={missing} /> : null}
        <p className="font-bold">{t('willSee', { count })}</p>
        <Button type="submit" look={primary ? 'primary' : 'secondary'} isPending={relay.isPending} className="self-start">
          {t('press', { count })}
        </Button>
      </HubForm>
    </section>
  );
}

interface Candidate {
  id: string;
  name: string;
}

/** To whom the hops may lead: for a secretariat its members, for a liaison the secretariats of its CEPTOARs. */
function useCandidates(hops: readonly RelayHop[]): { candidates: Candidate[]; loading: boolean } {
  const me = useMe();
  const ceptoars = useQuery(ceptoarsQuery);
  const below = hops.some(hop => hop.hop !== 'secretariat');
  const organisations = useQuery({ ...organisationsQuery, enabled: below });
  const candidates = useMemo(() => {
    const found = new Map<string, Candidate>();
    for (const { hop, ceptoar } of hops) {
      if (hop === 'secretariat') {
        const body = ceptoars.data?.find(c => c.code === ceptoar)?.secretariat;
        if (body) found.set(body.id, body);
      } else {
        for (const o of organisations.data ?? []) {
          if (o.active && o.id !== me.organisation.id && (hop === 'members' ? o.ceptoars : o.secondHop).includes(ceptoar))
            found.set(o.id, o);
        }
      }
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'ja'));
  }, [hops, ceptoars.data, organisations.data, me.organisation.id]);
  return { candidates, loading: ceptoars.isPending || (below && organisations.isPending) };
}

function Members({
  hops,
  chosen,
  onChoose,
  wrong,
  missing,
}: {
  hops: readonly RelayHop[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  wrong: ReadonlySet<string>;
  missing: boolean;
}) {
  const t = useTexts(texts);
  const [q, setQ] = useState('');
  const { candidates } = useCandidates(hops);
  const shown = candidates.filter(c => saysAll(c.name, q));
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset className="rounded-lg border border-solid-gray-420 p-3">
      <legend className="px-1 font-bold">{t('some')}</legend>
      <SearchField label={t('search')} value={q} onChange={setQ} className="mb-2" />
      <div className="flex flex-wrap items-center gap-x-4">
        <span role="status">{t('chosen', { count: chosen.size })}</span>
        <Button
          look="quiet"
          onPress={() =>
            put(
              shown.map(c => c.id),
              true,
            )
          }
        >
          {t('selectShown')}
        </Button>
        <Button look="quiet" onPress={() => onChoose(new Set())}>
          {t('selectNone')}
        </Button>
      </div>
      {missing && chosen.size === 0 ? (
        <p role="alert" className="text-red-900 before:content-['＊']">
          {t('chooseSome')}
        </p>
      ) : null}
      {shown.length === 0 ? <p>{t('noMatch')}</p> : null}
      <ul className="max-h-96 overflow-y-auto">
        {shown.map(c => (
          <li key={c.id}>
            <Check isSelected={chosen.has(c.id)} onChange={on => put([c.id], on)}>
              {c.name}
              {wrong.has(c.id) ? <span className="block text-red-900 before:content-['＊']">{t('notInIt')}</span> : null}
            </Check>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
