import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { taxonomy } from '@/api/taxonomy';
import { useWrite } from '@/api/write';
import { useCodes, useKindName } from '@/app/codes';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Checks } from '@/app/ui/Checks';
import { Facts } from '@/app/ui/Facts';
import { FormButtons } from '@/app/ui/FormButtons';
import { Check, Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { Saved } from '@/members/Saved';
import { commandOf, formOf, type Subscription, type SubscriptionForm } from './subscription';
import { texts } from './subscriptionTexts';

const subscriptionQuery = queryOptions({
  queryKey: ['subscription'],
  queryFn: ({ signal }) => answer(api.GET('/api/subscriptions', { signal })),
});

const severities = ['low', 'medium', 'high', 'critical'] as const;

/** What of the organisation's inbox one is sent mail about, too. The inbox itself is never filtered. */
export function MailOfAdvisories() {
  const t = useTexts(texts);
  const me = useMe();
  const query = useQuery(subscriptionQuery);
  const [open, setOpen] = useState<SubscriptionForm>();
  const [said, setSaid] = useState('');
  return (
    <Card title={t('title')}>
      <p>{t('what')}</p>
      <p className="my-3 border-s-8 border-blue-900 bg-blue-50 px-3 py-2 font-bold">{t('never')}</p>
      <p className="mb-3">{t('to', { email: me.person?.email ?? '' })}</p>
      <Saved said={said} />
      <Answered query={query}>
        {kept =>
          open ? (
            <Fields
              first={open}
              onCancel={() => setOpen(undefined)}
              onSaved={() => {
                setOpen(undefined);
                setSaid(t('saved'));
              }}
            />
          ) : (
            <>
              <Kept kept={kept} />
              <Button
                look="secondary"
                onPress={() => {
                  setSaid('');
                  setOpen(formOf(kept));
                }}
              >
                {t('change')}
              </Button>
            </>
          )
        }
      </Answered>
    </Card>
  );
}

function Kept({ kept }: { kept: Subscription }) {
  const t = useTexts(texts);
  const code = useCodes();
  const kind = useKindName();
  if (!kept.enabled) return <p className="mb-3 font-bold">{t('off')}</p>;
  const listed = (names: readonly string[]) => (names.length > 0 ? names.join('、') : t('all'));
  return (
    <div className="mb-3">
      <p className="mb-2 font-bold">{t('isOn')}</p>
      <Facts
        facts={[
          [t('sectors'), listed(kept.sectors.map(sector => code('sectors', sector)))],
          [t('kinds'), listed(kept.kinds.map(kind))],
          [t('severityFrom'), kept.severityFrom ? t('from', { severity: code('severities', kept.severityFrom) }) : t('anySeverity')],
          [t('products'), kept.products.join('、')],
          [t('keywords'), kept.keywords.join('、')],
          [t('mode'), kept.mode === 'digest' ? t('digestIs', { at: kept.digestAt ?? '' }) : t('modes.immediate')],
          [t('quiet'), kept.quietFrom ? t('quietIs', { from: kept.quietFrom, until: kept.quietUntil ?? '' }) : null],
        ]}
      />
    </div>
  );
}

function Fields({ first, onCancel, onSaved }: { first: SubscriptionForm; onCancel: () => void; onSaved: () => void }) {
  const t = useTexts(texts);
  const code = useCodes();
  const kind = useKindName();
  const queries = useQueryClient();
  const [form, setForm] = useState(first);
  const put = (part: Partial<SubscriptionForm>) => setForm({ ...form, ...part });
  const save = useWrite((body: Schemas['ChangeSubscriptionCommand'], keyed) => answer(api.PUT('/api/subscriptions', { body, ...keyed })), {
    onDone: now => {
      queries.setQueryData<Subscription>(subscriptionQuery.queryKey, now);
      onSaved();
    },
  });
  return (
    <HubForm problem={save.error} onSubmit={() => save.send(commandOf(form))}>
      <Check name="enabled" isSelected={form.enabled} onChange={enabled => put({ enabled })}>
        {t('on')}
      </Check>
      <div>
        <h3 className="text-lg">{t('filter')}</h3>
        <p className="text-sm text-solid-gray-700">{t('filterWhat')}</p>
      </div>
      <Checks
        name="sectors"
        label={t('sectors')}
        columns
        value={form.sectors}
        onChange={sectors => put({ sectors })}
        options={Object.keys(taxonomy.sectors).map(value => ({ value, label: code('sectors', value) }))}
      />
      <Checks
        name="kinds"
        label={t('kinds')}
        columns
        value={form.kinds}
        onChange={kinds => put({ kinds })}
        options={[...Object.keys(taxonomy.kinds), ...Object.keys(taxonomy.templates)].map(value => ({ value, label: kind(value) }))}
      />
      <Pick
        name="severityFrom"
        label={t('severityFrom')}
        value={form.severityFrom}
        onChange={severityFrom => put({ severityFrom })}
        options={[
          { value: '', label: t('anySeverity') },
          ...severities.map(value => ({ value, label: t('from', { severity: code('severities', value) }) })),
        ]}
      />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <TextInput
          name="products"
          label={t('products')}
          explanation={t('wordsWhat')}
          rows={4}
          value={form.products}
          onChange={products => put({ products })}
        />
        <TextInput
          name="keywords"
          label={t('keywords')}
          explanation={t('wordsWhat')}
          rows={4}
          value={form.keywords}
          onChange={keywords => put({ keywords })}
        />
      </div>
      <Choice
        name="mode"
        label={t('mode')}
        value={form.mode}
        onChange={mode => put({ mode })}
        options={[
          { value: 'immediate', label: t('modes.immediate') },
          { value: 'digest', label: t('modes.digest') },
        ]}
      />
      {form.mode === 'digest' ? (
        <TextInput
          name="digestAt"
          type="time"
          label={t('digestAt')}
          isRequired
          value={form.digestAt}
          onChange={digestAt => put({ digestAt })}
        />
      ) : null}
      <fieldset className="flex flex-col gap-2">
        <legend className="font-bold">{t('quiet')}</legend>
        <p className="text-sm text-solid-gray-700">{t('quietWhat')}</p>
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <TextInput
            name="quietFrom"
            type="time"
            label={t('quietFrom')}
            value={form.quietFrom}
            onChange={quietFrom => put({ quietFrom })}
          />
          <TextInput
            name="quietUntil"
            type="time"
            label={t('quietUntil')}
            value={form.quietUntil}
            onChange={quietUntil => put({ quietUntil })}
          />
        </div>
      </fieldset>
      <FormButtons does={t('save')} isPending={save.isPending} onCancel={onCancel} />
    </HubForm>
  );
}
