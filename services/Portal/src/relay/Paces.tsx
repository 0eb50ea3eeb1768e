import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { Time } from '@/app/ui/Time';
import { ceptoarsQuery } from '@/directory/directory';
import { Saved } from '@/members/Saved';
import { useCeptoarName } from './RelayDeskPage';
import { type Pace, pacesQuery } from './relay';
import { keepsPace, wholeOf } from './rules';
import { texts } from './texts';

/** How fast silent members are reached, CEPTOAR by CEPTOAR. */
export function Paces() {
  const t = useTexts(texts);
  const name = useCeptoarName();
  const query = useQuery(pacesQuery);
  const [changing, setChanging] = useState<Pace>();
  const [said, setSaid] = useState('');
  return (
    <Card title={t('pacesTitle')} className="mt-6">
      <p className="mb-3">{t('pacesWhat')}</p>
      <Saved said={said} />
      <Answered query={query}>
        {({ items }) => (
          <ul>
            {items.map(pace => (
              <PaceLine key={pace.ceptoar} pace={pace} onChange={() => setChanging(pace)} />
            ))}
          </ul>
        )}
      </Answered>
      {changing ? (
        <PaceDialogue
          pace={changing}
          onClose={() => setChanging(undefined)}
          onSaved={() => {
            setChanging(undefined);
            setSaid(t('paceSaved', { ceptoar: name(changing.ceptoar) }));
          }}
        />
      ) : null}
    </Card>
  );
}

function PaceLine({ pace, onChange }: { pace: Pace; onChange: () => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const name = useCeptoarName();
  const ceptoars = useQuery(ceptoarsQuery).data ?? [];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-300 py-2">
      <div>
        <h3 className="text-base">{name(pace.ceptoar)}</h3>
        <p>
          <strong>{t('pace', { urgent: pace.urgentMinutes, normal: pace.normalMinutes })}</strong>・
          {t('responses', { count: pace.responses })}
        </p>
        <p className="text-sm text-solid-gray-700">
          {pace.changedAt ? (
            <>
              {t('changed')}: <Time at={pace.changedAt} />
            </>
          ) : (
            t('standard')
          )}
        </p>
      </div>
      {keepsPace(me, pace.ceptoar, ceptoars) ? (
        <Button look="secondary" aria-label={t('changePaceOf', { ceptoar: name(pace.ceptoar) })} onPress={onChange}>
          {t('change')}
        </Button>
      ) : (
        <span className="text-sm text-solid-gray-700">{t('keptBy.other')}</span>
      )}
    </li>
  );
}

function PaceDialogue({ pace, onClose, onSaved }: { pace: Pace; onClose: () => void; onSaved: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const name = useCeptoarName();
  const [urgent, setUrgent] = useState(String(pace.urgentMinutes));
  const [normal, setNormal] = useState(String(pace.normalMinutes));
  const [responses, setResponses] = useState(String(pace.responses));
  const change = useWrite(
    (body: Schemas['ChangeEscalationRuleCommand'], keyed) =>
      answer(api.PUT('/api/escalation-rules/{ceptoar}', { params: { path: { ceptoar: pace.ceptoar } }, body, ...keyed })),
    {
      onDone: async () => {
        await queries.invalidateQueries({ queryKey: pacesQuery.queryKey });
        onSaved();
      },
    },
  );
  const send = () => change.send({ urgentMinutes: wholeOf(urgent), normalMinutes: wholeOf(normal), responses: wholeOf(responses) });
  return (
    <Dialogue title={t('changePaceOf', { ceptoar: name(pace.ceptoar) })} isOpen onClose={onClose}>
      <HubForm problem={change.error} onSubmit={send}>
        <TextInput
          name="urgentMinutes"
          label={t('urgentMinutes')}
          explanation={t('minutesWhat')}
          inputMode="numeric"
          value={urgent}
          onChange={setUrgent}
        />
        <TextInput
          name="normalMinutes"
          label={t('normalMinutes')}
          explanation={t('minutesWhat')}
          inputMode="numeric"
          value={normal}
          onChange={setNormal}
        />
        <div>
          <Pick
            name="responses"
            label={t('responsesAsked')}
            value={responses}
            onChange={setResponses}
            options={['1', '2', '3'].map(value => ({ value, label: value }))}
          />
          <p className="text-sm text-solid-gray-700">{t('responsesWhat')}</p>
        </div>
        <FormButtons does={t('save')} isPending={change.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}
