import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '@/api/client';
import type { Problem } from '@/api/problem';
import { tables } from '@/api/tables';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { useTableNames } from '@/app/tables';
import { Checks } from '@/app/ui/Checks';
import { FormButtons } from '@/app/ui/FormButtons';
import { Check, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Leaving } from '@/app/ui/Leaving';
import { Pick } from '@/app/ui/Pick';
import { ceptoarsQuery, type OrganisationEntry } from './directory';
import { texts } from './texts';

type Input = Schemas['ChangeOrganisationCommand'];

/** What an organisation is, for a new one or for one that changes. Identifying strings are not sent, so they stay as they are. */
export function OrganisationForm({
  organisation,
  write,
  submit,
  onCancel,
}: {
  organisation?: OrganisationEntry;
  write: { send: (input: Input) => void; error: Problem | null; isPending: boolean };
  submit: ReactNode;
  onCancel: () => void;
}) {
  const t = useTexts(texts);
  const name = useCodes();
  const tableName = useTableNames();
  const language = useLanguage();
  const { data: ceptoars = [] } = useQuery(ceptoarsQuery);
  const [first] = useState<Input>({
    name: organisation?.name ?? '',
    nameEn: organisation?.nameEn ?? '',
    kind: organisation?.kind ?? 'operator',
    partnerOf: organisation?.partnerOf ?? null,
    ceptoars: organisation?.ceptoars ?? [],
    secondHop: organisation?.secondHop ?? [],
    sectors: organisation?.sectors ?? [],
    prefecture: organisation?.prefecture ?? null,
    size: organisation?.size ?? null,
    active: organisation?.active ?? true,
  });
  const [input, setInput] = useState(first);
  const set = (part: Partial<Input>) => setInput({ ...input, ...part });
  const any = { value: '', label: t('any') };
  const operator = input.kind === 'operator';
  const ceptoarOptions = ceptoars.map(c => ({ value: c.code, label: language === 'en' ? c.nameEn : c.name }));
  return (
    <HubForm problem={write.error} onSubmit={() => write.send({ ...input, nameEn: input.nameEn || null })}>
      <Leaving when={JSON.stringify(input) !== JSON.stringify(first)} />
      <TextInput name="name" label={t('name')} isRequired value={input.name ?? ''} onChange={value => set({ name: value })} />
      <TextInput name="nameEn" label={t('nameEn')} value={input.nameEn ?? ''} onChange={nameEn => set({ nameEn })} />
      <Pick
        label={t('kind')}
        name="kind"
        value={input.kind ?? ''}
        onChange={kind =>
          set({ kind, ...(kind === 'partner' ? {} : { partnerOf: null }), ...(kind === 'operator' ? {} : { secondHop: [] }) })
        }
        options={(Object.keys(texts.ja.kinds) as (keyof (typeof texts)['ja']['kinds'])[]).map(value => ({
          value,
          label: t(`kinds.${value}`),
        }))}
      />
      {input.kind === 'partner' ? (
        <Pick
          label={t('partnerOf')}
          name="partnerOf"
          value={input.partnerOf ?? ''}
          onChange={partnerOf => set({ partnerOf: partnerOf || null })}
          options={[
            any,
            ...(Object.keys(texts.ja.partners) as (keyof (typeof texts)['ja']['partners'])[]).map(value => ({
              value,
              label: t(`partners.${value}`),
            })),
          ]}
        />
      ) : null}
      <Checks
        columns
        name="ceptoars"
        label={t('ceptoars')}
        explanation={t('ceptoarsRule')}
        options={ceptoarOptions}
        value={input.ceptoars ?? []}
        onChange={value => set({ ceptoars: value })}
      />
      {operator ? (
        <Checks
          columns
          name="secondHop"
          label={t('secondHop')}
          explanation={t('secondHopRule')}
          // those alone that relay on; the hub has the last word
          options={ceptoarOptions.filter(c => ['water'].includes(c.value) || input.secondHop?.includes(c.value))}
          value={input.secondHop ?? []}
          onChange={secondHop => set({ secondHop })}
        />
      ) : null}
      <Checks
        columns
        name="sectors"
        label={t('sectors')}
        explanation={t('sectorsRule')}
        options={Object.keys(taxonomy.sectors).map(value => ({ value, label: name('sectors', value) }))}
        value={input.sectors ?? []}
        onChange={sectors => set({ sectors })}
      />
      <Pick
        label={t('prefecture')}
        name="prefecture"
        value={input.prefecture ?? ''}
        onChange={prefecture => set({ prefecture: prefecture || null })}
        options={[any, ...Object.keys(tables.prefectures).map(value => ({ value, label: tableName('prefectures', value) }))]}
      />
      <div>
        <Pick
          label={t('size')}
          name="size"
          value={input.size ?? ''}
          onChange={size => set({ size: size || null })}
          options={[any, ...Object.keys(taxonomy.organisationSizes).map(value => ({ value, label: name('organisationSizes', value) }))]}
        />
        <p className="mt-1 text-sm text-solid-gray-700">{t('sizeRule')}</p>
      </div>
      {organisation ? (
        <Check name="active" isSelected={input.active ?? true} onChange={active => set({ active })}>
          {t('activeRule')}
          <span className="block text-sm text-solid-gray-700">{t('activeExplained')}</span>
        </Check>
      ) : null}
      <FormButtons does={submit} isPending={write.isPending} onCancel={onCancel} />
    </HubForm>
  );
}
