import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { tables } from '@/api/tables';
import { taxonomy } from '@/api/taxonomy';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { useMe } from '@/app/session/useSession';
import { useTableNames } from '@/app/tables';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Checks } from '@/app/ui/Checks';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { Page } from '@/app/ui/Page';
import { Pick } from '@/app/ui/Pick';
import { Table } from '@/app/ui/Table';
import { Tlp } from '@/app/ui/Tlp';
import { ceptoarsQuery } from '@/directory/directory';
import { policyQuery, useScopeName } from './policies';
import { useConditions } from './Rules';
import { below, copied, type Draft, keeps, levels, lists, momentOf, type Policy } from './rules';
import { texts } from './texts';

const route = getRouteApi('/frame/policies/$scope/edit');

type RuleDraft = NonNullable<Draft['rules']>[number];

/** The next version of a policy: written, tried, drafted. */
export function PolicyEditPage() {
  const t = useTexts(texts);
  const { scope } = route.useParams();
  const me = useMe();
  const name = useScopeName();
  const versions = useQuery({ ...policyQuery(scope), refetchOnWindowFocus: false });
  const national = useQuery(policyQuery('national'));
  const ceptoars = useQuery(ceptoarsQuery);
  return (
    <Page
      title={t('editTitle', { scope: name(scope) })}
      above={
        <p className="mb-4">
          <Link to="/policies/$scope" params={{ scope }} className="link">
            ← {name(scope)}
          </Link>
        </p>
      }
    >
      <Answered query={ceptoars}>
        {known =>
          keeps(me, scope, known) ? (
            <Answered query={national}>
              {defaults => (
                <Answered query={versions}>
                  {found => <Editor scope={scope} present={found.find(v => v.inForce)} national={defaults.find(v => v.inForce)} />}
                </Answered>
              )}
            </Answered>
          ) : (
            <p className="card">{t('notYours')}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function Editor({ scope, present, national }: { scope: string; present: Policy | undefined; national: Policy | undefined }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const [first] = useState(() => {
    const first = copied(present, scope);
    return { ...first, rules: (first.rules ?? []).map(rule => ({ key: crypto.randomUUID(), rule })) };
  });
  const [draft, setDraft] = useState(first);
  const [from, setFrom] = useState('');
  const [tried, setTried] = useState<{ said: string; view: Schemas['TryPolicyView'] }>();
  const body: Draft = { ...draft, rules: draft.rules.map(({ rule }) => rule), effectiveFrom: momentOf(from) };
  const params = { path: { scope } };
  const attempt = useWrite((input: Draft, keyed) => answer(api.POST('/api/policies/{scope}/dry-run', { params, body: input, ...keyed })), {
    onDone: (view, input) => {
      propose.reset();
      setTried({ said: JSON.stringify({ ...input, note: '' }), view });
    },
  });
  const propose = useWrite((input: Draft, keyed) => answer(api.POST('/api/policies/{scope}/versions', { params, body: input, ...keyed })), {
    onDone: async () => {
      await queries.invalidateQueries({ queryKey: ['policies'] });
      await navigate({ to: '/policies/$scope', params: { scope }, search: { done: 'drafted' }, replace: true, ignoreBlocker: true });
    },
  });
  const stale = tried !== undefined && tried.said !== JSON.stringify({ ...body, note: '' });
  return (
    <HubForm
      problem={propose.error ?? attempt.error}
      onSubmit={() => {
        attempt.reset();
        propose.send(body);
      }}
    >
      <Leaving when={from !== '' || JSON.stringify(draft) !== JSON.stringify(first)} />
      <p>{t('editLead')}</p>
      <ol className="flex flex-col gap-4">
        {draft.rules.map(({ key, rule }, i) => (
          <li key={key}>
            <RuleCard
              rule={rule}
              index={i}
              onChange={next => setDraft({ ...draft, rules: draft.rules.map(r => (r.key === key ? { key, rule: next } : r)) })}
              onRemove={() => setDraft({ ...draft, rules: draft.rules.filter(r => r.key !== key) })}
            />
          </li>
        ))}
      </ol>
      <Button
        look="secondary"
        className="self-start"
        onPress={() => setDraft({ ...draft, rules: [...draft.rules, { key: crypto.randomUUID(), rule: emptyRule() }] })}
      >
        {t('addRule')}
      </Button>
      {scope === 'national' || !national ? null : (
        <Relaxations national={national} relaxed={draft.relaxed ?? []} onChange={relaxed => setDraft({ ...draft, relaxed })} />
      )}
      <section className="card flex flex-col gap-6">
        <TextInput
          name="note"
          label={t('noteLabel')}
          explanation={t('noteRule')}
          rows={3}
          isRequired
          value={draft.note ?? ''}
          onChange={note => setDraft({ ...draft, note })}
        />
        <TextInput
          name="effectiveFrom"
          type="datetime-local"
          label={t('effectiveFrom')}
          explanation={t('effectiveRule')}
          value={from}
          onChange={setFrom}
        />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="tried">
        <h2 id="tried" className="text-xl">
          {t('tried')}
        </h2>
        <p>{t('tryExplained')}</p>
        {attempt.error && Object.keys(attempt.error.errors).length === 0 ? <ProblemNotice problem={attempt.error} /> : null}
        <div role="status">{tried ? <Tried view={tried.view} stale={stale} /> : null}</div>
        <Button
          look="secondary"
          className="self-start"
          isPending={attempt.isPending}
          // what is tried needs no reason yet; the hub wants one
          onPress={() => attempt.send({ ...body, note: body.note || '-' })}
        >
          {t('try')}
        </Button>
      </section>
      <Button type="submit" isPending={propose.isPending} className="self-start px-8">
        {t('propose')}
      </Button>
    </HubForm>
  );
}

function emptyRule(): RuleDraft {
  return {
    id: '',
    when: { signals: [], kinds: [], events: [], causes: [], serviceImpacts: [] },
    tlp: 'AMBER',
    raises: 'both',
    handling: [],
    ja: '',
    en: '',
  };
}

function RuleCard({
  rule,
  index,
  onChange,
  onRemove,
}: {
  rule: RuleDraft;
  index: number;
  onChange: (rule: RuleDraft) => void;
  onRemove: () => void;
}) {
  const t = useTexts(texts);
  const name = useCodes();
  const tableName = useTableNames();
  const conditions = useConditions();
  const path = `rules[${index}]`;
  const [isNew] = useState(rule.id === '');
  const set = (part: Partial<RuleDraft>) => onChange({ ...rule, ...part });
  const when = {
    signals: rule.when?.signals ?? [],
    kinds: rule.when?.kinds ?? [],
    events: rule.when?.events ?? [],
    causes: rule.when?.causes ?? [],
    serviceImpacts: rule.when?.serviceImpacts ?? [],
  };
  const codesOf = (list: (typeof lists)[number]) => Object.keys(list === 'signals' ? tables.signals : taxonomy[list]);
  const number = index + 1;
  return (
    <section className="card" aria-label={t('ruleHeading', { number })}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-3 text-lg">
            {t('ruleHeading', { number })} {rule.raises === 'none' ? null : <Tlp level={rule.tlp ?? 'RED'} />}
          </h2>
          {conditions(when).map(([list, said]) => (
            <p key={list}>{said}</p>
          ))}
          {rule.ja ? <p className="text-sm text-solid-gray-700">{rule.ja}</p> : null}
        </div>
        <Button look="quiet" aria-label={t('removeRule', { number })} onPress={onRemove}>
          ✕
        </Button>
      </div>
      <details open={isNew} className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2 font-bold">{t('condition')}</summary>
        <div className="mt-2 flex flex-col gap-6">
          <p className="text-sm text-solid-gray-700">{t('conditionRule')}</p>
          {lists.map(list => (
            <Checks
              key={list}
              name={`${path}.when.${list}`}
              label={t(`lists.${list}`)}
              columns
              value={when[list]}
              onChange={codes => set({ when: { ...when, [list]: codes } })}
              options={codesOf(list).map(value => ({ value, label: list === 'signals' ? tableName('signals', value) : name(list, value) }))}
            />
          ))}
          <Choice
            name={`${path}.raises`}
            label={t('raisesLabel')}
            value={rule.raises ?? 'both'}
            onChange={raises => set({ raises })}
            options={(['both', 'original', 'none'] as const).map(value => ({ value, label: t(`raises.${value}`) }))}
          />
          <Choice
            name={`${path}.tlp`}
            label={t('tlp')}
            value={rule.tlp ?? 'RED'}
            onChange={tlp => set({ tlp: tlp as (typeof levels)[number] })}
            options={levels.map(value => ({ value, label: <Tlp level={value} explained /> }))}
          />
          <Checks
            name={`${path}.handling`}
            label={t('handling')}
            columns
            value={rule.handling ?? []}
            onChange={handling => set({ handling })}
            options={Object.keys(taxonomy.handlingRestrictions).map(value => ({ value, label: name('handlingRestrictions', value) }))}
          />
          <TextInput
            name={`${path}.id`}
            label={t('id')}
            explanation={t('idRule')}
            isRequired
            autoComplete="off"
            value={rule.id ?? ''}
            onChange={id => set({ id })}
          />
          <TextInput
            name={`${path}.ja`}
            label={t('ja')}
            explanation={t('jaRule')}
            isRequired
            rows={2}
            value={rule.ja ?? ''}
            onChange={ja => set({ ja })}
          />
          <TextInput name={`${path}.en`} label={t('en')} isRequired rows={2} value={rule.en ?? ''} onChange={en => set({ en })} />
        </div>
      </details>
    </section>
  );
}

function Relaxations({
  national,
  relaxed,
  onChange,
}: {
  national: Policy;
  relaxed: NonNullable<Draft['relaxed']>;
  onChange: (relaxed: NonNullable<Draft['relaxed']>) => void;
}) {
  const t = useTexts(texts);
  const tableName = useTableNames();
  const heading = useId();
  const free = national.rules.filter(rule => below(rule.tlp ?? 'RED').length > 0 && !relaxed.some(r => r.rule === rule.id));
  return (
    <section className="card flex flex-col gap-4" aria-labelledby={heading}>
      <h2 id={heading} className="text-xl">
        {t('relaxed')}
      </h2>
      <p>{t('relaxedLead')}</p>
      {relaxed.map((one, i) => {
        const rule = national.rules.find(r => r.id === one.rule);
        return (
          <div key={one.rule} className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_14rem_auto]">
            <p className="self-center font-bold">{tableName('signals', one.rule ?? '')}</p>
            <Pick
              name={`relaxed[${i}].tlp`}
              label={t('relaxedTo')}
              value={one.tlp ?? ''}
              onChange={tlp => onChange(relaxed.map(r => (r === one ? { ...r, tlp: tlp as (typeof levels)[number] } : r)))}
              options={below(rule?.tlp ?? 'RED').map(value => ({ value, label: `TLP:${value}` }))}
            />
            <Button
              look="quiet"
              aria-label={t('removeRelaxed', { rule: tableName('signals', one.rule ?? '') })}
              onPress={() => onChange(relaxed.filter(r => r !== one))}
            >
              ✕
            </Button>
          </div>
        );
      })}
      {free.length > 0 ? (
        <Pick
          label={t('addRelaxed')}
          value=""
          onChange={id => {
            const rule = free.find(r => r.id === id);
            if (rule) onChange([...relaxed, { rule: rule.id, tlp: below(rule.tlp ?? 'RED')[0] ?? null }]);
          }}
          options={[
            { value: '', label: '–' },
            ...free.map(rule => ({ value: rule.id, label: `${tableName('signals', rule.id)} (TLP:${rule.tlp})` })),
          ]}
        />
      ) : null}
    </section>
  );
}

function Tried({ view, stale }: { view: Schemas['TryPolicyView']; stale: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const change = (from: string, to: string) => (from === to ? t('same', { tlp: from }) : t('becomes', { from, to }));
  return (
    <div className={`flex flex-col gap-3 ${stale ? 'opacity-70' : ''}`}>
      {stale ? <p className="font-bold text-red-1000">{t('tryChanged')}</p> : null}
      <p className="text-lg font-bold">{view[language]}</p>
      {view.changes.length > 0 ? (
        <Table
          caption={t('tried')}
          rows={view.changes}
          keyOf={row => row.reportId}
          columns={[
            { head: t('report'), cell: row => <code className="text-sm">{row.reportId}</code> },
            { head: t('original'), cell: row => change(row.original, row.newOriginal) },
            { head: t('ceiling'), cell: row => change(row.ceiling, row.newCeiling) },
          ]}
        />
      ) : null}
    </div>
  );
}
