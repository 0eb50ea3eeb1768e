import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { type Advisory, advisoryQuery } from '@/advisory/advisory';
import type { Schemas } from '@/api/client';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Tlp } from '@/app/ui/Tlp';
import { Conflict } from './Conflict';
import { useTemplateName } from './DraftsPage';
import { type Draft, draftQuery, draftsKey, writers } from './draft';
import { Fields } from './Fields';
import { Files } from './Files';
import { contentOf, emptyForm, type Form, formOf, isWorthKeeping, labelOf } from './form';
import { AudiencePreview, Preview } from './Preview';
import { Recall, Release } from './Release';
import { SendCorrection } from './SendCorrection';
import { texts } from './texts';
import { useKept } from './useKept';
import { WhatChanges } from './WhatChanges';

const route = getRouteApi('/frame/drafts/$id');

/** One advisory as its author's organisation writes, checks, releases, corrects and recalls it. */
export function EditorPage() {
  const { id } = route.useParams();
  // what was begun on this page is gone on with, though it has an address by now
  const [begun, setBegun] = useState<string>();
  const written = useCallback(() => setBegun(undefined), []);
  return id === 'new' || id === begun ? <New key="new" onBegun={setBegun} onWritten={written} /> : <Existing key={id} id={id} />;
}

function New({ onBegun, onWritten }: { onBegun: (id: string) => void; onWritten: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { template } = route.useSearch();
  const [form, setForm] = useState<Form>(() => ({ ...emptyForm, template: template ?? '' }));
  const [draft, setDraft] = useState<Draft>();
  const [checking, setChecking] = useState(false);
  const kept = useKept(form, {
    draft,
    onKept: async saved => {
      queries.setQueryData(draftQuery(saved.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: draftsKey });
      if (!draft) {
        onBegun(saved.id);
        await navigate({ params: { id: saved.id }, search: {}, replace: true, ignoreBlocker: true, resetScroll: false });
      }
      setDraft(saved);
    },
  });
  const { dirty, isPending, problem } = kept;
  useEffect(() => {
    if (checking && draft && !dirty && !isPending) onWritten();
  }, [checking, draft, dirty, isPending, onWritten]);
  useEffect(() => {
    if (problem) setChecking(false);
  }, [problem]);
  // what the page fills in by itself is nothing to lose
  const words = isWorthKeeping({ ...form, template: '-', tlp: '-' });
  const check = () => {
    setChecking(true);
    if (!draft || dirty) kept.save();
  };
  return (
    <Page title={t('newTitle')}>
      <Leaving when={words && dirty} />
      <HubForm problem={problem} onSubmit={check}>
        {kept.conflict && draft ? (
          <Conflict id={draft.id} mine={form} onTheirs={onWritten} onMine={theirs => kept.save(theirs.revision)} />
        ) : null}
        <Fields form={form} change={part => setForm(old => ({ ...old, ...part }))} standing={undefined} />
        <Bar kept={kept} nothing={!words}>
          <Button type="submit" isPending={isPending}>
            {t('saveFirst')}
          </Button>
        </Bar>
      </HubForm>
    </Page>
  );
}

function Existing({ id }: { id: string }) {
  const draft = useQuery(draftQuery(id));
  // what went out, and what became of it; of a draft the same text
  const advisory = useQuery(advisoryQuery(id));
  return (
    <Answered query={draft}>
      {newest => <Answered query={advisory}>{standing => <Desk newest={newest} standing={standing} />}</Answered>}
    </Answered>
  );
}

function Desk({ newest, standing }: { newest: Draft; standing: Advisory }) {
  const t = useTexts(texts);
  const me = useMe();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { correct = false } = route.useSearch();
  const template = useTemplateName();
  // what the fields began with: a newer one that somebody else wrote does not change them under one's hands
  const [base, setBase] = useState(newest);
  const [form, setForm] = useState(() => formOf(newest));
  const [said, setSaid] = useState('');
  const id = base.id;
  const mayWrite = has(me, ...writers);
  const out = base.issued > 0;
  const recalled = standing.state === 'recalled';
  const waits = base.state === 'awaitingApproval' || base.state === 'scheduled';
  const [changing, setChanging] = useState(false);
  const editing = mayWrite && !recalled && (out ? correct : !waits || changing);
  const kept = useKept(form, {
    draft: base,
    paused: !editing || out,
    onKept: draft => {
      put(draft);
      setChanging(false);
      void queries.invalidateQueries({ queryKey: ['advisory', id] });
    },
  });
  const dirty = editing && kept.dirty;
  // one's own save may be seen before its answer came
  const elsewhere = newest.revision > base.revision && !kept.isPending;

  function put(draft: Draft) {
    setBase(draft);
    queries.setQueryData(draftQuery(id).queryKey, draft);
    void queries.invalidateQueries({ queryKey: draftsKey });
  }
  /** The hub's text takes the place of what stands in the fields. */
  const adopt = (draft: Draft) => {
    put(draft);
    setForm(formOf(draft));
    kept.adopt(draft);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something newer came
  useEffect(() => {
    if ((elsewhere || newest.state !== base.state) && !dirty && !kept.isPending) adopt(newest);
  }, [newest, dirty, kept.isPending]);

  const conflict = kept.conflict || (elsewhere && dirty);
  const attachTo = (draft: Draft) => (dirty ? put(draft) : adopt(draft));
  const released = (receipt: Schemas['ReleaseAdvisoryReceipt']) => {
    setSaid(
      receipt.state === 'awaitingApproval'
        ? t('doneAsked')
        : receipt.state === 'scheduled'
          ? t('doneScheduled')
          : t('doneReleased', { number: receipt.number ?? '' }),
    );
    setChanging(false);
    void queries.invalidateQueries({ queryKey: draftsKey });
    void queries.invalidateQueries({ queryKey: draftQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: ['advisory', id] });
    if (correct) void navigate({ search: {}, replace: true, ignoreBlocker: true });
  };

  const state = recalled ? 'recalled' : (base.state as 'draft');
  const title = standing.title || base.title.ja || base.title.en || t('untitled');
  return (
    <Page
      title={out && correct ? t('correctTitle', { title }) : title}
      above={
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
          <Tlp level={base.tlp} explained />
          <Mark>{template(base.template)}</Mark>
          <Mark className={waits ? 'border-orange-1000 bg-white text-orange-1000' : undefined}>{t(`state.${state}`)}</Mark>
        </div>
      }
    >
      <Leaving when={dirty} />
      <p role="status" className={said ? 'mb-4 rounded-lg border-2 border-green-900 bg-white p-4 font-bold' : ''}>
        {said ? `✓ ${said}` : ''}
      </p>
      {!mayWrite && !out ? <p className="mb-4">{t('readOnly')}</p> : null}
      <div className="flex flex-col gap-6">
        {editing ? (
          <HubForm
            problem={kept.problem}
            onSubmit={() => {
              setSaid('');
              kept.save();
            }}
          >
            {conflict ? (
              <Conflict
                id={id}
                mine={form}
                onTheirs={adopt}
                onMine={draft => {
                  put(draft);
                  if (!out) kept.save(draft.revision);
                }}
              />
            ) : null}
            <Fields form={form} change={part => setForm(old => ({ ...old, ...part }))} standing={out ? standing.tlp : undefined} />
            {out ? (
              <Bar kept={kept}>
                <SendCorrection
                  id={id}
                  recipients={standing}
                  body={{ ...contentOf(form), tlp: labelOf(form), revision: base.revision }}
                  onDone={released}
                  isDisabled={!dirty}
                />
                <Button look="quiet" onPress={() => void navigate({ search: {}, replace: true })}>
                  {t('correctStop')}
                </Button>
              </Bar>
            ) : (
              <Bar kept={kept}>
                <Button type="submit" look={dirty ? 'primary' : 'secondary'} isDisabled={!dirty && !changing} isPending={kept.isPending}>
                  {t('save')}
                </Button>
              </Bar>
            )}
          </HubForm>
        ) : null}
        {mayWrite && !recalled && (editing || !out) ? <Files draft={base} onChange={attachTo} /> : null}
        {out && base.state !== 'released' && !recalled ? <WhatChanges standing={standing} draft={base} /> : null}
        {!(out && correct) ? <Preview id={id} revision={base.revision} stale={dirty} /> : null}
        {!recalled && (!out || base.state !== 'released') ? <AudiencePreview id={id} revision={base.revision} stale={dirty} /> : null}
        {!recalled && base.state !== 'released' && !(out && correct) && !changing ? (
          <Release
            draft={base}
            blocked={dirty}
            onDone={released}
            onChange={editing || !mayWrite || out ? undefined : () => setChanging(true)}
          />
        ) : null}
        {out && !correct ? (
          <div className="not-printed flex flex-wrap items-center gap-3">
            <LinkButton to="/advisories/$id" params={{ id }} look="secondary">
              {t('open')}
            </LinkButton>
            {mayWrite && !recalled ? (
              <Button look="secondary" onPress={() => void navigate({ search: { correct: true } })}>
                {t('correct')}
              </Button>
            ) : null}
            {!recalled ? <Recall id={id} onDone={() => setSaid(t('recalled'))} /> : null}
          </div>
        ) : null}
      </div>
    </Page>
  );
}

/** Stays in sight: whether everything is kept, and the press that keeps it. */
function Bar({ kept, nothing = false, children }: { kept: ReturnType<typeof useKept>; nothing?: boolean; children: React.ReactNode }) {
  const t = useTexts(texts);
  const said = nothing ? '' : kept.isPending ? t('saving') : kept.failed ? t('notKept') : kept.dirty ? t('unsaved') : `✓ ${t('allSaved')}`;
  return (
    <div className="not-printed sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-solid-gray-420 bg-white px-4 py-3">
      {children}
      <span role="status" className={kept.failed ? 'font-bold text-red-1000' : ''}>
        {said}
      </span>
    </div>
  );
}
