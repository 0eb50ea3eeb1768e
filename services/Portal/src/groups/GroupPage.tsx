import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { taxonomy } from '@/api/taxonomy';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Confirm } from '@/app/ui/Confirm';
import { FormButtons } from '@/app/ui/FormButtons';
import { Check, Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { LinkButton } from '@/app/ui/LinkButton';
import { Page } from '@/app/ui/Page';
import { SearchField } from '@/app/ui/SearchField';
import { saysAll } from '@/app/words';
import { ceptoarsQuery } from '@/directory/directory';
import { Several } from '@/members/DetailsPart';
import { organisationsQuery } from '@/members/members';
import { Saved } from '@/members/Saved';
import { GroupKind } from './GroupsPage';
import { type Circle, type Group, groupMembersQuery, groupQuery, groupsQuery, isMade, made, orNobody, whole } from './groups';
import { texts } from './texts';

const route = getRouteApi('/frame/groups/$id');

/** One group: what it is, who is in it as far as one may know, and its owner's changes. */
export function GroupPage() {
  const { id } = route.useParams();
  const query = useQuery(groupQuery(id));
  return <Answered query={query}>{group => <Shown group={group} />}</Answered>;
}

function Shown({ group }: { group: Group }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const me = useMe();
  const router = useRouter();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  const name = language === 'en' ? group.nameEn : group.name;
  // whom it names is told to its owner, its secretariat and the centre; only what people made is changed
  const mayChange = isMade(group.kind) && !group.closed && group.members !== null && has(me, 'secretariat', 'analyst', 'administrator');
  const close = useWrite(
    (_: null, keyed) => answer(api.DELETE('/api/groups/{groupId}', { params: { path: { groupId: group.id } }, ...keyed })),
    {
      onDone: async () => {
        await router.navigate({ to: '/groups' });
        await queries.invalidateQueries({ queryKey: ['groups'] });
      },
    },
  );
  return (
    <Page
      title={name}
      aside={
        <LinkButton to="/groups" look="quiet">
          {t('back')}
        </LinkButton>
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-x-3">
        <GroupKind kind={group.kind} />
        <span>{group.count === null ? t('band', { band: group.sizeBand }) : t('members', { count: group.count })}</span>
        {group.withoutMinistries ? <strong>{t('withoutMinistries')}</strong> : null}
      </p>
      {group.closed ? <p className="card mb-4 font-bold">{t('closed')}</p> : null}
      <Saved said={said} />
      {editing ? (
        <Card title={t('editTitle')}>
          <GroupForm
            group={group}
            onClose={done => {
              setEditing(false);
              setSaid(done ? t('saved') : '');
            }}
          />
        </Card>
      ) : (
        <>
          <Members group={group} />
          {mayChange ? (
            <div className="mt-4 flex flex-wrap gap-3">
              <Button
                onPress={() => {
                  setSaid('');
                  setEditing(true);
                }}
              >
                {t('edit')}
              </Button>
              <Confirm
                danger
                label={t('close')}
                question={t('closeOf', { name })}
                problem={close.error}
                isPending={close.isPending}
                done={close.isSuccess}
                onConfirm={() => close.send(null)}
              >
                <p>{t('closeWhat')}</p>
              </Confirm>
            </div>
          ) : null}
        </>
      )}
    </Page>
  );
}

function Members({ group }: { group: Group }) {
  const t = useTexts(texts);
  const query = useQuery({ ...groupMembersQuery(group.id), retry: false });
  const hidden = query.error instanceof Problem && [403, 404].includes(query.error.status);
  return (
    <Card title={t('who')}>
      {hidden ? (
        <p>{t('whoHidden')}</p>
      ) : (
        <Answered query={query}>
          {({ items }) => (
            <>
              <p className="mb-2 text-sm text-solid-gray-700">{t('whoSeen')}</p>
              {items.length === 0 ? <p>{t('nobody')}</p> : null}
              <ul className="grid grid-cols-1 gap-x-6 md:grid-cols-2">
                {items.map(member => (
                  <li key={member.id} className="border-t border-solid-gray-300 py-2">
                    {member.name}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answered>
      )}
    </Card>
  );
}

export function NewGroupPage() {
  const t = useTexts(texts);
  const router = useRouter();
  return (
    <Page title={t('newTitle')}>
      <div className="card">
        <GroupForm
          onClose={id => void (id ? router.navigate({ to: '/groups/$id', params: { id } }) : router.navigate({ to: '/groups' }))}
        />
      </div>
    </Page>
  );
}

function GroupForm({ group, onClose }: { group?: Group; onClose: (done: string | undefined) => void }) {
  const t = useTexts(texts);
  const code = useCodes();
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState(group?.name ?? '');
  const [nameEn, setNameEn] = useState(group?.nameEn ?? '');
  const [kind, setKind] = useState(group?.kind ?? 'named');
  const [members, setMembers] = useState<Circle>(whole(group?.members));
  const [except, setExcept] = useState<Circle>(whole(group?.except));
  const [withoutMinistries, setWithoutMinistries] = useState(group?.withoutMinistries ?? false);
  const ceptoars = useQuery(ceptoarsQuery).data ?? [];
  const groups = (useQuery(groupsQuery).data ?? []).filter(g => g.id !== group?.id && !['ceptoar', 'sector'].includes(g.kind));
  const write = useWrite(
    (body: Schemas['CreateGroupCommand'], keyed): Promise<Group> =>
      group
        ? answer(api.PUT('/api/groups/{groupId}', { params: { path: { groupId: group.id } }, body, ...keyed }))
        : answer(api.POST('/api/groups', { body, ...keyed })),
    { onDone: ({ id }) => queries.invalidateQueries({ queryKey: ['groups'] }).then(() => onClose(id)) },
  );
  return (
    <HubForm
      problem={write.error}
      onSubmit={() => write.send({ name, nameEn, kind, members, except: orNobody(except), withoutMinistries })}
    >
      <TextInput name="name" label={t('name')} isRequired value={name} onChange={setName} />
      <TextInput name="nameEn" label={t('nameEn')} isRequired value={nameEn} onChange={setNameEn} />
      <Choice
        name="kind"
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={made.map(value => ({ value, label: t(`kinds.${value}`), explanation: t(`kindWhat.${value}`) }))}
      />
      <p className="font-bold">{t('willSee')}</p>
      <Organisations
        name="members.organisations"
        label={t('organisations')}
        chosen={members.organisations}
        onChange={organisations => setMembers({ ...members, organisations })}
      />
      <Several
        name="members.ceptoars"
        label={t('ceptoars')}
        chosen={members.ceptoars}
        onChange={chosen => setMembers({ ...members, ceptoars: chosen })}
        options={ceptoars.map(c => ({ value: c.code, label: c.name }))}
      />
      <Several
        name="members.sectors"
        label={t('sectors')}
        chosen={members.sectors}
        onChange={sectors => setMembers({ ...members, sectors })}
        options={Object.keys(taxonomy.sectors).map(value => ({ value, label: code('sectors', value) }))}
      />
      <Several
        name="members.groups"
        label={t('groups')}
        chosen={members.groups}
        onChange={chosen => setMembers({ ...members, groups: chosen })}
        options={groups.map(g => ({ value: g.id, label: language === 'en' ? g.nameEn : g.name }))}
      />
      <Organisations
        name="except.organisations"
        label={t('except')}
        chosen={except.organisations}
        onChange={organisations => setExcept({ ...except, organisations })}
      />
      <Check isSelected={withoutMinistries} onChange={setWithoutMinistries}>
        {t('withoutMinistries')}
        <span className="block text-sm text-solid-gray-700">{t('withoutMinistriesWhat')}</span>
      </Check>
      <FormButtons does={group ? t('save') : t('make')} isPending={write.isPending} onCancel={() => onClose(undefined)} />
    </HubForm>
  );
}

/** Named organisations out of those that one knows; the chosen ones stay in sight whatever is searched. */
function Organisations({
  name,
  label,
  chosen,
  onChange,
}: {
  name: string;
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const t = useTexts(texts);
  const [q, setQ] = useState('');
  const known = useQuery(organisationsQuery).data ?? [];
  const few = 30;
  const found = known.filter(o => chosen.includes(o.id) || (o.active && saysAll(o.name, q)));
  const shown = [
    ...found.filter(o => chosen.includes(o.id)),
    ...found
      .filter(o => !chosen.includes(o.id))
      .sort((a, b) => a.name.localeCompare(b.name, 'ja'))
      .slice(0, few),
  ];
  return (
    <fieldset name={name} className="rounded-lg border border-solid-gray-420 p-3">
      <legend className="px-1 font-bold">{label}</legend>
      <SearchField label={t('searchOrganisation')} value={q} onChange={setQ} />
      <p role="status" className="mt-2 text-sm">
        {t('chosen', { count: chosen.length })}
      </p>
      <div className="grid max-h-80 grid-cols-1 overflow-y-auto sm:grid-cols-2">
        {shown.map(o => (
          <Check
            key={o.id}
            isSelected={chosen.includes(o.id)}
            onChange={on => onChange(on ? [...chosen, o.id] : chosen.filter(id => id !== o.id))}
          >
            {o.name}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
