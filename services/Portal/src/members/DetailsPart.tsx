import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { tables } from '@/api/tables';
import { taxonomy } from '@/api/taxonomy';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { useTableNames } from '@/app/tables';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { useFieldError } from '@/app/ui/fieldErrors';
import { Check, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { ceptoarsQuery } from '@/directory/directory';
import { Buttons } from './ContactsPart';
import { changed, type May, type Organisation } from './members';
import { Saved } from './Saved';
import { texts } from './texts';

/** What an organisation is; its secretariat changes it. */
export function DetailsPart({ organisation, may }: { organisation: Organisation; may: May }) {
  const t = useTexts(texts);
  const code = useCodes();
  const table = useTableNames();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Details>();
  const [said, setSaid] = useState('');
  const ceptoars = useQuery(ceptoarsQuery).data ?? [];
  const ceptoarName = (c: string) => ceptoars.find(known => known.code === c)?.name ?? c;
  const write = useWrite(
    (body: Schemas['ChangeOrganisationCommand'], keyed) =>
      answer(api.PUT('/api/organisations/{id}', { params: { path: { id: organisation.id } }, body, ...keyed })),
    {
      onDone: async view => {
        await changed(queries, organisation.id);
        setOpen(undefined);
        setSaid([t('saved'), ...(view.warnings ?? []).map(w => w.message)].join(' '));
      },
    },
  );
  const facts: [string, ReactNode][] = [
    [t('orgName'), organisation.name],
    [t('nameEn'), organisation.nameEn],
    [t('prefecture'), organisation.prefecture && table('prefectures', organisation.prefecture)],
    [t('size'), organisation.size && code('organisationSizes', organisation.size)],
    [t('sectors'), organisation.sectors.map(s => code('sectors', s)).join('、')],
    [t('ceptoars'), organisation.ceptoars.map(ceptoarName).join('、')],
    [t('secondHop'), organisation.secondHop.map(ceptoarName).join('、')],
  ];
  return (
    <Card title={t('parts.details')}>
      <Saved said={said} />
      {open ? (
        <HubForm problem={write.error} onSubmit={() => write.send({ ...open, kind: organisation.kind, partnerOf: organisation.partnerOf })}>
          <DetailsFields details={open} onChange={setOpen} />
          <Check isSelected={open.active} onChange={active => setOpen({ ...open, active })}>
            {t('active')}
            <span className="block text-sm text-solid-gray-700">{t('activeWhat')}</span>
          </Check>
          <Buttons isPending={write.isPending} onCancel={() => setOpen(undefined)} />
        </HubForm>
      ) : (
        <>
          <dl className="mb-3 grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            {facts
              .filter(([, value]) => value)
              .map(([title, value]) => (
                <div key={title} className="contents">
                  <dt className="font-bold">{title}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          {may.describe ? (
            <Button
              look="secondary"
              onPress={() => {
                setSaid('');
                setOpen(organisation);
              }}
            >
              {t('edit')}
            </Button>
          ) : null}
        </>
      )}
    </Card>
  );
}

export interface Details {
  name: string;
  nameEn: string | null;
  prefecture: string | null;
  size: string | null;
  sectors: string[];
  ceptoars: string[];
  secondHop: string[];
  active: boolean;
}

export function DetailsFields({ details, onChange }: { details: Details; onChange: (details: Details) => void }) {
  const t = useTexts(texts);
  const code = useCodes();
  const table = useTableNames();
  const me = useMe();
  const put = (part: Partial<Details>) => onChange({ ...details, ...part });
  const notSaid = { value: '', label: t('notSaid') };
  const mine = (useQuery(ceptoarsQuery).data ?? []).filter(
    c => me.roles.includes('administrator') || c.secretariat.id === me.organisation.id || details.ceptoars.includes(c.code),
  );
  const named = mine.map(c => ({ value: c.code, label: c.name }));
  return (
    <>
      <TextInput name="name" label={t('orgName')} isRequired value={details.name} onChange={name => put({ name })} />
      <TextInput name="nameEn" label={t('nameEn')} value={details.nameEn ?? ''} onChange={nameEn => put({ nameEn: nameEn || null })} />
      <Pick
        name="prefecture"
        label={t('prefecture')}
        value={details.prefecture ?? ''}
        onChange={prefecture => put({ prefecture: prefecture || null })}
        options={[notSaid, ...Object.keys(tables.prefectures).map(value => ({ value, label: table('prefectures', value) }))]}
      />
      <Pick
        name="size"
        label={t('size')}
        value={details.size ?? ''}
        onChange={size => put({ size: size || null })}
        options={[notSaid, ...Object.keys(taxonomy.organisationSizes).map(value => ({ value, label: code('organisationSizes', value) }))]}
      />
      <Several
        name="sectors"
        label={t('sectors')}
        chosen={details.sectors}
        onChange={sectors => put({ sectors })}
        options={Object.keys(taxonomy.sectors).map(value => ({ value, label: code('sectors', value) }))}
      />
      <Several name="ceptoars" label={t('ceptoars')} chosen={details.ceptoars} onChange={ceptoars => put({ ceptoars })} options={named} />
      <Several
        name="secondHop"
        label={t('secondHop')}
        chosen={details.secondHop}
        onChange={secondHop => put({ secondHop })}
        options={named.filter(option => !details.ceptoars.includes(option.value))}
      />
    </>
  );
}

/** Some of a few. */
export function Several({
  name,
  label,
  chosen,
  onChange,
  options,
}: {
  name: string;
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  options: readonly { value: string; label: ReactNode }[];
}) {
  const wrong = useFieldError(name);
  if (options.length === 0) return null;
  return (
    <fieldset name={name}>
      <legend className="font-bold">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(option => (
          <Check
            key={option.value}
            isSelected={chosen.includes(option.value)}
            onChange={on => onChange(on ? [...chosen, option.value] : chosen.filter(c => c !== option.value))}
          >
            {option.label}
          </Check>
        ))}
      </div>
      {wrong ? <p className="text-red-900 before:content-['＊']">{wrong}</p> : null}
    </fieldset>
  );
}
