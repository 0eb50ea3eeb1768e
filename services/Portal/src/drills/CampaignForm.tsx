import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import type { Difference } from '@/app/ui/TwoWrote';
import { Part, Together } from '@/editor/parts';
import { campaignFields, campaignFormOf, campaignOf, type CampaignForm as Form } from './campaign';
import { campaignTexts } from './campaignTexts';
import { type Campaign, campaignQuery, renewDrills } from './drills';
import { TextFields, useTextEntry } from './TextFields';
import { textFields } from './text';
import { useTwoWrote } from './useTwoWrote';

/** A campaign as the centre writes it: year, name, aims, and the text of its drills. */
export function CampaignForm({ campaign, onDone }: { campaign?: Campaign; onDone: (id: string) => void }) {
  const t = useTexts(campaignTexts);
  const queries = useQueryClient();
  // a newer one that somebody else wrote does not change the fields under one's hands
  const [base, setBase] = useState(campaign);
  const [form, setForm] = useState(() => campaignFormOf(campaign));
  const change = (part: Partial<Form>) => setForm(old => ({ ...old, ...part }));
  const write = useWrite(
    ({ revision, ...body }: Schemas['CreateCampaignCommand'] & { revision: number | null }, keyed) =>
      base
        ? answer(
            api.PUT('/api/drills/campaigns/{campaignId}', {
              params: { path: { campaignId: base.id } },
              body: { ...body, revision },
              ...keyed,
            }),
          )
        : answer(api.POST('/api/drills/campaigns', { body, ...keyed })),
    {
      onDone: async ({ id }) => {
        await renewDrills(queries);
        onDone(id);
      },
    },
  );
  const send = (over = base) => write.send({ ...campaignOf(form), revision: over?.revision ?? null });
  const differences = useDifferences();
  const two = useTwoWrote<Campaign>(write, base ?? { revision: 0 }, {
    read: () => queries.fetchQuery({ ...campaignQuery(base?.id ?? ''), staleTime: 0 }),
    touched: newest => JSON.stringify(campaignFormOf(newest)) !== JSON.stringify(campaignFormOf(base)),
    differences: theirs => differences(campaignFormOf(theirs), form),
    take: theirs => {
      setBase(theirs);
      setForm(campaignFormOf(theirs));
    },
    keep: theirs => {
      setBase(theirs);
      send(theirs);
    },
  });
  return (
    <HubForm problem={two.problem} onSubmit={() => send()}>
      <Leaving
        when={JSON.stringify(form) !== JSON.stringify(campaignFormOf(base))}
        of={search => ('part' in search ? search.part : undefined)}
      />
      {two.question}
      <Part title={t('aims')}>
        <TextInput name="year" label={t('year')} isRequired inputMode="numeric" value={form.year} onChange={year => change({ year })} />
        <Together name="title" title={t('title')} required>
          <TextInput name="title.ja" label={t('titleJa')} value={form.titleJa} onChange={titleJa => change({ titleJa })} />
          <TextInput name="title.en" label={t('titleEn')} value={form.titleEn} onChange={titleEn => change({ titleEn })} />
        </Together>
        <TextInput name="aims.ja" label={t('aimsJa')} rows={3} value={form.aimsJa} onChange={aimsJa => change({ aimsJa })} />
        <TextInput name="aims.en" label={t('aimsEn')} rows={3} value={form.aimsEn} onChange={aimsEn => change({ aimsEn })} />
      </Part>
      <Part title={t('text')}>
        <p>{t('textWhat')}</p>
        <TextFields form={form.text} own={false} onChange={part => change({ text: { ...form.text, ...part } })} />
      </Part>
      <Button type="submit" isPending={write.isPending} className="self-start px-8">
        {base ? t('save') : t('create')}
      </Button>
    </HubForm>
  );
}

function useDifferences(): (theirs: Form, mine: Form) => Difference[] {
  const t = useTexts(campaignTexts);
  const entry = useTextEntry();
  return (theirs, mine) => [
    ...campaignFields
      .filter(field => theirs[field] !== mine[field])
      .map(field => ({ field: t(field), theirs: theirs[field], mine: mine[field] })),
    ...textFields
      .filter(field => theirs.text[field] !== mine.text[field])
      .map(field => ({ field: entry.name(field), theirs: entry.said(theirs.text, field), mine: entry.said(mine.text, field) })),
  ];
}
