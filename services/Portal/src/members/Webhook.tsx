import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Confirm } from '@/app/ui/Confirm';
import { CopyButton } from '@/app/ui/CopyButton';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Time } from '@/app/ui/Time';
import { webhookQuery } from './contacts';
import { changed } from './members';
import { Saved } from './Saved';
import { texts } from './webhookTexts';

/** Where the organisation's own system takes notices. Its secret is shown once, when it is set. */
export function Webhook({ id }: { id: string }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const query = useQuery(webhookQuery(id));
  const [url, setUrl] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const [said, setSaid] = useState('');
  const set = useWrite(
    (body: Schemas['SetWebhookCommand'], keyed) =>
      answer(api.PUT('/api/organisations/{id}/webhook', { params: { path: { id } }, body, ...keyed })),
    {
      onDone: async view => {
        setSecret(view.secret);
        setUrl(undefined);
        await changed(queries, id);
      },
    },
  );
  const remove = useWrite(
    (_: null, keyed) => answer(api.DELETE('/api/organisations/{id}/webhook', { params: { path: { id } }, ...keyed })),
    {
      onDone: async () => {
        setSaid(t('removed'));
        await changed(queries, id);
      },
    },
  );
  const begin = (present: string) => {
    setSaid('');
    setUrl(present);
  };
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('what')}</p>
      <Saved said={said} />
      {secret ? <Secret secret={secret} onKept={() => setSecret(undefined)} /> : null}
      <Answered query={query}>
        {webhook =>
          url !== undefined ? (
            <HubForm problem={set.error} onSubmit={() => set.send({ url: url.trim() })}>
              <TextInput name="url" type="url" label={t('url')} explanation={t('urlWhat')} isRequired value={url} onChange={setUrl} />
              <p>{t('newSecret')}</p>
              <FormButtons does={t('save')} isPending={set.isPending} onCancel={() => setUrl(undefined)} />
            </HubForm>
          ) : (
            <>
              {webhook ? (
                <p className="mb-3">
                  <code className="block">{webhook.url}</code>
                  <span className="text-sm text-solid-gray-700">
                    {t('since')}: <Time at={webhook.setAt} />
                  </span>
                </p>
              ) : (
                <p className="mb-3">{t('none')}</p>
              )}
              <div className="flex flex-wrap gap-3">
                <Button look="secondary" aria-label={t(webhook ? 'changeOf' : 'setOf')} onPress={() => begin(webhook?.url ?? '')}>
                  {t(webhook ? 'change' : 'set')}
                </Button>
                {webhook ? (
                  <Confirm
                    look="quiet"
                    danger
                    label={t('remove')}
                    aria-label={t('removeOf')}
                    question={t('removeAsk')}
                    problem={remove.error}
                    isPending={remove.isPending}
                    done={remove.isSuccess}
                    onConfirm={() => {
                      setSecret(undefined);
                      remove.send(null);
                    }}
                  >
                    <p>{t('removeWhat')}</p>
                  </Confirm>
                ) : null}
              </div>
            </>
          )
        }
      </Answered>
    </Card>
  );
}

function Secret({ secret, onKept }: { secret: string; onKept: () => void }) {
  const t = useTexts(texts);
  return (
    <div className="mb-4 flex flex-col gap-3 border-s-8 border-orange-1000 bg-orange-50 p-3">
      <p className="font-bold">{t('once')}</p>
      <p>
        {t('secret')}
        <code className="block rounded bg-white p-3 font-bold">{secret}</code>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={secret} label={t('copy')} />
        <Button onPress={onKept}>{t('kept')}</Button>
      </div>
    </div>
  );
}
