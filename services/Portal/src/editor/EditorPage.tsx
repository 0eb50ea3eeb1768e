import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useBlocker } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Advisory, advisoryQuery } from '@/advisory/advisory';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { HubForm } from '@/app/ui/HubForm';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillMark, Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Tlp } from '@/app/ui/Tlp';
import { Conflict } from './Conflict';
import { useTemplateName } from './DraftsPage';
import { type Draft, draftQuery, draftsKey, writers } from './draft';
import { Fields } from './Fields';
import { Files } from './Files';
import { contentOf, emptyForm, type Form, formOf, inputOf, labelOf } from './form';
import { AudiencePreview, Preview } from './Preview';
import { Recall, Release } from './Release';
import { SendCorrection } from './SendCorrection';
import { texts } from './texts';
import { WhatChanges } from './WhatChanges';

const route = getRouteApi('/frame/drafts/$id');

/** One advisory as its author's organisation writes, checks, releases, corrects and recalls it. */
export function EditorPage() {
  const { id } = route.useParams();
  return id === 'new' ? <New /> : <Existing key={id} id={id} />;
}

function New() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { template } = route.useSearch();
  const first = useMemo<Form>(() => ({ ...emptyForm, template: template ?? '' }), [template]);
  const [form, setForm] = useState(first);
  const create = useWrite((body: ReturnType<typeof inputOf>, keyed) => answer(api.POST('/api/advisories', { body, ...keyed })), {
    onDone: async draft => {
      queries.setQueryData(draftQuery(draft.id).queryKey, draft);
      void queries.invalidateQueries({ queryKey: draftsKey });
      await navigate({ params: { id: draft.id }, search: {}, replace: true, ignoreBlocker: true });
    },
  });
  // what the page fills in by itself is nothing to lose
  const dirty = JSON.stringify({ ...form, audience: [] }) !== JSON.stringify({ ...first, audience: [] });
  return (
    <Page title={t('newTitle')}>
      <Leaving when={dirty && !create.isSuccess} />
      <HubForm problem={create.error} onSubmit={() => create.send(inputOf(form))}>
        <Fields form={form} change={part => setForm(old => ({ ...old, ...part }))} standing={undefined} drillKept={false} />
        <Bar said={dirty ? t('unsaved') : ''}>
          <Button type="submit" isPending={create.isPending}>
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
  const dirty = editing && JSON.stringify(form) !== JSON.stringify(formOf(base));
  const elsewhere = newest.revision > base.revision;

  const adopt = (draft: Draft) => {
    setBase(draft);
    queries.setQueryData(draftQuery(id).queryKey, draft);
    void queries.invalidateQueries({ queryKey: draftsKey });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something newer came
  useEffect(() => {
    if ((elsewhere || newest.state !== base.state) && !dirty) {
      setBase(newest);
      setForm(formOf(newest));
    }
  }, [newest, dirty]);

  const sent = useRef(form);
  const save = useWrite(
    (body: ReturnType<typeof inputOf> & { revision: number }, keyed): Promise<Draft> =>
      answer(api.PUT('/api/advisories/{id}', { params: { path: { id } }, body, ...keyed })),
    {
      onDone: draft => {
        adopt(draft);
        // what was typed while it was on its way stays
        setForm(now => (now === sent.current ? formOf(draft) : now));
        setChanging(false);
        setSaid(t('saved'));
        void queries.invalidateQueries({ queryKey: ['advisory', id] });
      },
    },
  );
  const put = (revision: number) => {
    sent.current = form;
    setSaid('');
    save.send({ ...inputOf(form), revision });
  };
  const conflict = save.error?.status === 409 || (elsewhere && dirty);
  const attachTo = (draft: Draft) => {
    adopt(draft);
    if (!dirty) setForm(formOf(draft));
  };
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
  const title = standing.title ?? base.title.ja ?? base.title.en ?? '';
  return (
    <Page
      title={out && correct ? t('correctTitle', { title }) : title}
      above={
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 border-b border-solid-gray-420 bg-solid-gray-50 py-2">
          {base.drill ? <DrillMark explained /> : null}
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
          <HubForm problem={conflict ? null : save.error} onSubmit={() => put(base.revision)}>
            {conflict ? (
              <Conflict
                id={id}
                mine={form}
                onTheirs={draft => {
                  adopt(draft);
                  setForm(formOf(draft));
                  save.reset();
                }}
                onMine={draft => {
                  adopt(draft);
                  if (out) save.reset();
                  else put(draft.revision);
                }}
              />
            ) : null}
            <Fields
              form={form}
              change={part => setForm(old => ({ ...old, ...part }))}
              standing={out ? standing.tlp : undefined}
              drillKept={base.drill}
            />
            {out ? (
              <Bar said={t('unsaved')}>
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
              <Bar said={dirty ? t('unsaved') : t('allSaved')}>
                <Button type="submit" look={dirty ? 'primary' : 'secondary'} isDisabled={!dirty && !changing} isPending={save.isPending}>
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

/** Stays in sight: whether everything is saved, and the press that saves it. */
function Bar({ said, children }: { said: string; children: React.ReactNode }) {
  return (
    <div className="not-printed sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-solid-gray-420 bg-white px-4 py-3">
      {children}
      <span>{said}</span>
    </div>
  );
}

/** Asks before a page is left on which something would be lost. */
function Leaving({ when }: { when: boolean }) {
  const t = useTexts(texts);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <Dialogue title={t('leaveTitle')} isOpen={blocker.status === 'blocked'} onClose={() => blocker.reset?.()}>
      <p className="mb-4">{t('leaveWhat')}</p>
      <div className="flex flex-wrap gap-3">
        <Button autoFocus onPress={() => blocker.reset?.()}>
          {t('stay')}
        </Button>
        <Button look="danger" onPress={() => blocker.proceed?.()}>
          {t('leave')}
        </Button>
      </div>
    </Dialogue>
  );
}
