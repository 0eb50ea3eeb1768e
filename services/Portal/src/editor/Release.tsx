import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { texts as appTexts } from '@/app/texts';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { useNow } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { japanTime, number } from '@/app/ui/time';
import { audienceQuery, type Draft } from './draft';
import { Part } from './parts';
import { texts } from './texts';

/** Lets it out, asks for the second person, or is that person; says before what will happen, to how many. */
export function Release({
  draft,
  blocked,
  onDone,
  onChange,
}: {
  draft: Draft;
  /** Something is not saved. */
  blocked: boolean;
  onDone: (receipt: Schemas['ReleaseAdvisoryReceipt']) => void;
  onChange: (() => void) | undefined;
}) {
  const t = useTexts(texts);
  const app = useTexts(appTexts);
  const language = useLanguage();
  const me = useMe();
  const now = useNow();
  const audience = useQuery(audienceQuery(draft.id, draft.revision));
  const missing = draft.missing.filter((field): field is keyof (typeof texts)['ja']['field'] => field in texts.ja.field);
  const [sure, setSure] = useState(false);
  const release = useWrite(
    (body: Schemas['ReleaseAdvisoryCommand'], keyed) =>
      answer(api.POST('/api/advisories/{id}/release', { params: { path: { id: draft.id } }, body, ...keyed })),
    {
      onDone: receipt => {
        setSure(false);
        onDone(receipt);
      },
    },
  );
  const centre = has(me, 'analyst', 'approver');
  const fourEyes = audience.data?.fourEyes === true;
  const awaiting = draft.state === 'awaitingApproval';
  const mayApprove = !centre || has(me, 'approver');
  const later = draft.embargoUntil && new Date(draft.embargoUntil) > now && draft.issued === 0 ? draft.embargoUntil : undefined;
  const at = later ? japanTime(new Date(later), language, now) : '';
  const asks = fourEyes && !awaiting && !has(me, 'approver');
  const says = awaiting ? (later ? t('approveSchedule') : t('approve')) : asks ? t('ask') : later ? t('schedule') : t('release');
  return (
    <Part title={t('parts.release')}>
      {awaiting ? (
        <p className="font-bold">
          {t('waits')} {centre ? '' : t('waitsOther')}
        </p>
      ) : null}
      {draft.state === 'scheduled' ? <p className="font-bold">{t('waitsScheduled', { time: at })}</p> : null}
      {blocked ? <p className="font-bold">{t('asSaved')}</p> : null}
      {missing.length > 0 ? (
        <div>
          <p className="font-bold">{t('missing')}</p>
          <ul className="list-disc ps-6">
            {missing.map(field => (
              <li key={field}>{t(`field.${field}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="not-printed flex flex-wrap gap-3">
        {draft.state === 'scheduled' || (awaiting && !mayApprove) ? null : (
          <Button isDisabled={blocked || missing.length > 0 || !audience.data} onPress={() => setSure(true)}>
            {says}
          </Button>
        )}
        {onChange ? (
          <Button look="secondary" onPress={onChange}>
            {t('changeIt')}
          </Button>
        ) : null}
      </div>
      <Dialogue title={says} isOpen={sure} onClose={() => setSure(false)}>
        {release.error ? <ProblemNotice problem={release.error} /> : null}
        <p className="my-3 text-xl font-bold">
          {t('releaseSure', { count: number(audience.data?.recipients ?? 0, language), tlp: `TLP:${draft.tlp}` })}
        </p>
        <p className="mb-3">
          <Tlp level={draft.tlp} explained />
        </p>
        <p className="mb-4">{asks ? t('releaseSureAsk') : later ? t('releaseSureAt', { time: at }) : t('releaseSureNow')}</p>
        <div className="flex flex-wrap gap-3">
          <Button isPending={release.isPending} onPress={() => release.send({ revision: draft.revision })}>
            {says}
          </Button>
          <Button look="quiet" onPress={() => setSure(false)}>
            {app('cancel')}
          </Button>
        </div>
      </Dialogue>
    </Part>
  );
}

export function Recall({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const recall = useWrite(
    (body: Schemas['RecallAdvisoryCommand'], keyed) =>
      answer(api.POST('/api/advisories/{id}/recall', { params: { path: { id } }, body, ...keyed })),
    {
      onDone: () => {
        setOpen(false);
        onDone();
        void queries.invalidateQueries({ queryKey: ['advisory', id] });
        void queries.invalidateQueries({ queryKey: ['advisories'] });
      },
    },
  );
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {t('recall')}
      </Button>
      <Dialogue title={t('recall')} isOpen={open} onClose={() => setOpen(false)}>
        <HubForm problem={recall.error} onSubmit={() => recall.send({ reason })}>
          <p>{t('recallWhat')}</p>
          <TextInput name="reason" label={t('recallReason')} rows={4} isRequired value={reason} onChange={setReason} autoFocus />
          <FormButtons does={t('recall')} look="danger" isPending={recall.isPending} onCancel={() => setOpen(false)} />
        </HubForm>
      </Dialogue>
    </>
  );
}
