import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { drillCentre, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Together } from '@/editor/parts';
import { Saved } from '@/members/Saved';
import { drillListQuery, renewDrills } from './drills';
import { orNull } from './text';
import { texts } from './texts';

/** One switch for the day on which something real happens: on top of the page while anything runs. */
export function StopAll() {
  const t = useTexts(texts);
  const may = has(useMe(), ...drillCentre);
  const { data: running = [] } = useQuery({ ...drillListQuery({ state: 'running' }), enabled: may, refetchInterval: 5_000 });
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  if (!may) return null;
  return (
    <>
      {running.length > 0 ? (
        <section
          aria-label={t('stop.button')}
          className="not-printed mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border-4 border-red-900 bg-white p-4"
        >
          <div>
            <p className="text-lg font-bold">{t('stop.running', { count: running.length })}</p>
            <p className="text-sm">{running.map(drill => drill.ceptoarName).join('・')}</p>
            <p>{t('stop.what')}</p>
          </div>
          <Button look="danger" onPress={() => setOpen(true)}>
            {t('stop.button')}
          </Button>
        </section>
      ) : null}
      <Saved said={said} />
      {open ? (
        <StopDialogue
          count={running.length}
          onClose={() => setOpen(false)}
          onDone={stopped => {
            setOpen(false);
            setSaid(t('stop.done', { count: stopped }));
          }}
        />
      ) : null}
    </>
  );
}

function StopDialogue({ count, onClose, onDone }: { count: number; onClose: () => void; onDone: (stopped: number) => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [ja, setJa] = useState('');
  const [en, setEn] = useState('');
  const stop = useWrite((body: Schemas['StopDrillsCommand'], keyed) => answer(api.POST('/api/drills/stop', { body, ...keyed })), {
    onDone: async ({ stopped }) => {
      onDone(stopped);
      await renewDrills(queries);
    },
  });
  return (
    <Dialogue title={t('stop.question')} isOpen onClose={onClose}>
      <HubForm problem={stop.error} onSubmit={() => stop.send({ reason: { ja: orNull(ja), en: orNull(en) } })}>
        <p className="font-bold">{t('stop.running', { count })}</p>
        <p>{t('stop.effect')}</p>
        <Together name="reason" title={t('drill.stopReason')} explanation={t('stop.reasonWhat')} required>
          <TextInput name="reason.ja" label={t('stop.reasonJa')} rows={2} value={ja} onChange={setJa} autoFocus />
          <TextInput name="reason.en" label={t('stop.reasonEn')} rows={2} value={en} onChange={setEn} />
        </Together>
        <FormButtons does={t('stop.button')} look="danger" isPending={stop.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}
