import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Tlp } from '@/app/ui/Tlp';
import type { Difference } from '@/app/ui/TwoWrote';
import { Moment, Together } from '@/editor/parts';
import { campaignTexts } from './campaignTexts';
import { type Drill, type DrillItem, drillQuery, type Run, renewDrills } from './drills';
import { changeOf, planOf, type Terms, termsOf, tlps, usualTerms } from './schedule';
import { useTwoWrote } from './useTwoWrote';

/** Plans the drills of some CEPTOARs alike. */
export function PlanDialogue({
  campaignId,
  ceptoars,
  onClose,
  onDone,
}: {
  campaignId: string;
  ceptoars: readonly { code: string; name: string }[];
  onClose: () => void;
  onDone: (count: number) => void;
}) {
  const t = useTexts(campaignTexts);
  const queries = useQueryClient();
  const [terms, setTerms] = useState(usualTerms);
  // one after the other: where one is refused, those before it stand, and are not planned twice
  const done = useRef(new Set<string>());
  const plan = useWrite(
    async (body: ReturnType<typeof planOf>, keyed) => {
      for (const { code } of ceptoars) {
        if (done.current.has(code)) continue;
        const headers = { 'Idempotency-Key': `${keyed.headers['Idempotency-Key']}-${code}` };
        await answer(api.POST('/api/drills', { body: { ...body, campaignId, ceptoar: code }, headers }));
        done.current.add(code);
      }
    },
    {
      onDone: async () => {
        await renewDrills(queries);
        onDone(ceptoars.length);
      },
    },
  );
  const close = () => {
    if (done.current.size > 0) void renewDrills(queries);
    onClose();
  };
  const planned = ceptoars.filter(c => done.current.has(c.code)).map(c => c.name);
  const [first] = ceptoars;
  return (
    <Dialogue
      title={
        ceptoars.length === 1 && first ? t('schedule.planOf', { ceptoar: first.name }) : t('schedule.planMany', { count: ceptoars.length })
      }
      isOpen
      onClose={close}
    >
      <HubForm problem={plan.error} onSubmit={() => plan.send(planOf(terms))}>
        {ceptoars.length > 1 ? <p>{ceptoars.map(c => c.name).join('・')}</p> : null}
        {plan.error && planned.length > 0 ? <p className="font-bold">{t('schedule.doneSoFar', { done: planned.join('・') })}</p> : null}
        <TermsFields terms={terms} onChange={part => setTerms(old => ({ ...old, ...part }))} />
        <FormButtons does={t('schedule.plan')} isPending={plan.isPending} onCancel={close} />
      </HubForm>
    </Dialogue>
  );
}

/** Changes when and how a planned drill runs. */
export function ChangeDialogue({ drill, onClose, onDone }: { drill: DrillItem; onClose: () => void; onDone: () => void }) {
  const t = useTexts(campaignTexts);
  const queries = useQueryClient();
  const [base, setBase] = useState<Run & { revision: number }>(drill);
  const [terms, setTerms] = useState(() => termsOf(drill));
  const path = { id: drill.id };
  const write = useWrite(
    (body: ReturnType<typeof changeOf> & { revision: number }, keyed) =>
      answer(api.PUT('/api/drills/{id}', { params: { path }, body, ...keyed })),
    {
      onDone: async () => {
        await renewDrills(queries);
        onDone();
      },
    },
  );
  const send = (over = base) => write.send({ ...changeOf(terms, over), revision: over.revision });
  const differences = useDifferences();
  const two = useTwoWrote<Drill>(write, base, {
    read: () => queries.fetchQuery({ ...drillQuery(drill.id), staleTime: 0 }),
    touched: newest => JSON.stringify(termsOf(newest)) !== JSON.stringify(termsOf(base)),
    differences: theirs => differences(termsOf(theirs), terms),
    take: theirs => {
      setBase(theirs);
      setTerms(termsOf(theirs));
    },
    keep: theirs => {
      setBase(theirs);
      send(theirs);
    },
  });
  return (
    <Dialogue title={t('schedule.changeOf', { ceptoar: drill.ceptoarName })} isOpen onClose={onClose}>
      <HubForm problem={two.problem} onSubmit={() => send()}>
        {two.question}
        <TermsFields terms={terms} onChange={part => setTerms(old => ({ ...old, ...part }))} />
        <FormButtons does={t('schedule.change')} isPending={write.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}

function TermsFields({ terms, onChange }: { terms: Terms; onChange: (part: Partial<Terms>) => void }) {
  const t = useTexts(campaignTexts);
  return (
    <>
      <Choice
        name="announced"
        label={t('schedule.announced')}
        value={terms.announced ? 'yes' : 'no'}
        onChange={value => onChange({ announced: value === 'yes' })}
        options={[
          { value: 'yes', label: t('schedule.announcedYes') },
          { value: 'no', label: t('schedule.announcedNo'), explanation: t('schedule.announcedNoWhat') },
        ]}
      />
      {terms.announced ? (
        <Moment
          name="startsAt"
          label={t('schedule.startsAt')}
          required
          value={terms.startsAt}
          onChange={startsAt => onChange({ startsAt })}
        />
      ) : (
        <Together name="window" title={t('schedule.announcedNo')}>
          <Moment name="window.from" label={t('schedule.from')} required value={terms.from} onChange={from => onChange({ from })} />
          <Moment
            name="window.until"
            label={t('schedule.until')}
            explanation={t('schedule.untilWhat')}
            required
            value={terms.until}
            onChange={until => onChange({ until })}
          />
        </Together>
      )}
      <TextInput
        name="minutes"
        label={t('schedule.minutes')}
        explanation={t('schedule.minutesWhat')}
        inputMode="numeric"
        value={terms.minutes}
        onChange={minutes => onChange({ minutes })}
      />
      <TextInput
        name="pace"
        label={t('schedule.pace')}
        explanation={t('schedule.paceWhat')}
        inputMode="numeric"
        value={terms.pace}
        onChange={pace => onChange({ pace })}
      />
      <Choice
        name="tlp"
        label={t('schedule.tlp')}
        value={terms.tlp}
        onChange={tlp => onChange({ tlp })}
        options={tlps.map(value => ({ value, label: <Tlp level={value} /> }))}
      />
    </>
  );
}

function useDifferences(): (theirs: Terms, mine: Terms) => Difference[] {
  const t = useTexts(campaignTexts);
  const said = (terms: Terms, field: keyof Terms) =>
    field === 'announced' ? t(terms.announced ? 'schedule.announcedYes' : 'schedule.announcedNo') : terms[field].replace('T', ' ');
  return (theirs, mine) =>
    (Object.keys(theirs) as (keyof Terms)[])
      .filter(field => theirs[field] !== mine[field])
      .map(field => ({ field: t(`schedule.${field}`), theirs: said(theirs, field), mine: said(mine, field) }));
}
