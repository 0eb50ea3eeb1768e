import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Page } from '@/app/ui/Page';
import { Time } from '@/app/ui/Time';
import { texts } from './texts';

type Mode = Schemas['GetLargeScaleModeView'];

/** The centre switches the mode for a large-scale failure (大規模IT障害), with a reason. The mark on every page is the shell's. */
export function LargeScalePage() {
  const t = useTexts(texts);
  const query = useQuery({
    queryKey: ['large-scale-mode'],
    queryFn: ({ signal }) => answer(api.GET('/api/large-scale-mode', { signal })),
  });
  return (
    <Page title={t('title')}>
      <p className="mb-6 text-lg">{t('what')}</p>
      <Answered query={query}>{mode => <Switch mode={mode} />}</Answered>
      <section className="card mt-6">
        <h2 className="mb-2 text-xl">{t('effects')}</h2>
        <ul className="list-disc ps-6">
          {(['effect1', 'effect2', 'effect3', 'effect4'] as const).map(key => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Switch({ mode }: { mode: Mode }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const turn = useWrite(
    (body: Schemas['SwitchLargeScaleModeCommand'], keyed) => answer(api.PUT('/api/large-scale-mode', { body, ...keyed })),
    {
      onDone: now => {
        queries.setQueryData<Mode>(['large-scale-mode'], now);
        void queries.invalidateQueries({ queryKey: ['default-audience'] });
        setOpen(false);
        setReason('');
        setSaid(t('done'));
      },
    },
  );
  const action = mode.on ? t('turnOff') : t('turnOn');
  return (
    <section className={`card ${mode.on ? 'border-s-8 border-s-orange-1000' : ''}`}>
      <h2 className="mb-2 text-2xl">{mode.on ? t('isOn') : t('isOff')}</h2>
      {mode.since ? (
        <dl className="mb-4 grid grid-cols-1 gap-x-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-bold">{t('since')}</dt>
          <dd>
            <Time at={mode.since} />
          </dd>
          <dt className="font-bold">{t('reason')}</dt>
          <dd className="whitespace-pre-line">{mode.reason}</dd>
        </dl>
      ) : null}
      <Button look={mode.on ? 'primary' : 'danger'} onPress={() => setOpen(true)}>
        {action}
      </Button>
      <p role="status" className="mt-2 font-bold">
        {said ? `✓ ${said}` : ''}
      </p>
      <Dialogue title={action} isOpen={open} onClose={() => setOpen(false)}>
        <HubForm problem={turn.error} onSubmit={() => turn.send({ on: !mode.on, reason })}>
          <p>{mode.on ? t('sureOff') : t('sureOn')}</p>
          <TextInput
            name="reason"
            label={mode.on ? t('reasonOff') : t('reasonOn')}
            explanation={t('reasonWhat')}
            rows={3}
            isRequired
            value={reason}
            onChange={setReason}
            autoFocus
          />
          <FormButtons does={action} look={mode.on ? 'primary' : 'danger'} isPending={turn.isPending} onCancel={() => setOpen(false)} />
        </HubForm>
      </Dialogue>
    </section>
  );
}
