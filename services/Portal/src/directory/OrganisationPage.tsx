import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { useTableNames } from '@/app/tables';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Facts } from '@/app/ui/Facts';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Table } from '@/app/ui/Table';
import { Time } from '@/app/ui/Time';
import { Clients } from './Clients';
import { ceptoarsQuery, type OrganisationEntry, organisationQuery, peopleQuery } from './directory';
import { OrganisationForm } from './OrganisationForm';
import { kindOf } from './OrganisationsPage';
import { texts } from './texts';

const route = getRouteApi('/frame/directory/organisations/$id');

/** One organisation: its entry, people, connected systems and history, each as far as one may know it. */
export function OrganisationPage() {
  const { id } = route.useParams();
  const query = useQuery(organisationQuery(id));
  return <Answered query={query}>{organisation => <Shown key={id} organisation={organisation} />}</Answered>;
}

function Shown({ organisation }: { organisation: OrganisationEntry }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const me = useMe();
  const { change, saved } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const save = useWrite(
    (body: OrganisationInput, keyed) =>
      answer(api.PUT('/api/organisations/{id}', { params: { path: { id: organisation.id } }, body, ...keyed })),
    {
      onDone: async entry => {
        queries.setQueryData(organisationQuery(organisation.id).queryKey, entry);
        void queries.invalidateQueries({ queryKey: ['organisations'] });
        void queries.invalidateQueries({ queryKey: ['organisation', organisation.id, 'history'] });
        await navigate({ search: { saved: true }, replace: true });
      },
    },
  );
  const administrates = has(me, 'administrator');
  const own = organisation.id === me.organisation.id;
  return (
    <Page
      title={(language === 'en' && organisation.nameEn) || organisation.name}
      above={
        <p className="not-printed mb-4">
          <Link to="/directory/organisations" className="link">
            ← {t('organisations')}
          </Link>
        </p>
      }
      aside={
        administrates && !change ? (
          <LinkButton look="secondary" to="/directory/organisations/$id" params={{ id: organisation.id }} search={{ change: true }} replace>
            {t('change')}
          </LinkButton>
        ) : null
      }
    >
      <div className="flex flex-col gap-6">
        {organisation.active ? null : <p className="card font-bold text-red-1000">{t('inactiveDetail')}</p>}
        <p role="status" className={saved ? 'card font-bold' : 'sr-only'}>
          {saved ? `✓ ${t('saved')}` : ''}
        </p>
        {organisation.warnings?.length ? (
          <section className="card">
            <p className="font-bold">{t('warnings')}</p>
            <ul className="list-disc ps-6">
              {organisation.warnings.map(warning => (
                <li key={JSON.stringify(warning)}>{Object.values(warning).filter(Boolean).join(' ')}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {change && administrates ? (
          <section className="card" aria-labelledby="change">
            <h2 id="change" className="mb-4 text-xl">
              {t('change')}
            </h2>
            <OrganisationForm
              organisation={organisation}
              write={save}
              onCancel={() => void navigate({ search: {}, replace: true })}
              submit={t('save')}
            />
          </section>
        ) : (
          <Entry organisation={organisation} />
        )}
        {organisation.identifying ? <Strings organisation={organisation} /> : null}
        {administrates || own || has(me, 'secretariat') ? <PeopleOf organisation={organisation} /> : null}
        {administrates || has(me, 'secretariat') || (own && has(me, 'manager')) ? <Clients organisation={organisation} /> : null}
        <History id={organisation.id} />
      </div>
    </Page>
  );
}

export type OrganisationInput = Parameters<typeof OrganisationForm>[0]['write'] extends { send: (input: infer Input) => void }
  ? Input
  : never;

function Entry({ organisation }: { organisation: OrganisationEntry }) {
  const t = useTexts(texts);
  const name = useCodes();
  const tableName = useTableNames();
  const language = useLanguage();
  const { data: ceptoars } = useQuery(ceptoarsQuery);
  const ceptoarNames = (codes: readonly string[]) =>
    codes
      .map(code => {
        const found = ceptoars?.find(c => c.code === code);
        return (language === 'en' ? found?.nameEn : found?.name) ?? code;
      })
      .join('・');
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts" className="mb-4 text-xl">
        {t('facts')}
      </h2>
      <Facts
        facts={[
          [t('name'), organisation.name],
          [t('nameEn'), organisation.nameEn],
          [t('kind'), t(`kinds.${kindOf(organisation.kind)}`)],
          [
            t('partnerOf'),
            organisation.partnerOf ? t(`partners.${organisation.partnerOf as keyof (typeof texts)['ja']['partners']}`) : null,
          ],
          [t('ceptoars'), ceptoarNames(organisation.ceptoars)],
          [t('secondHop'), ceptoarNames(organisation.secondHop)],
          [t('sectors'), organisation.sectors.map(code => name('sectors', code)).join('・')],
          [t('prefecture'), organisation.prefecture ? tableName('prefectures', organisation.prefecture) : null],
          [t('size'), organisation.size ? name('organisationSizes', organisation.size) : null],
          [t('state'), organisation.active ? t('active') : <Mark key="inactive">{t('inactive')}</Mark>],
          [t('id'), <code key="id">{organisation.id}</code>],
          [t('version'), organisation.version],
        ]}
      />
    </section>
  );
}

function Strings({ organisation }: { organisation: OrganisationEntry }) {
  const t = useTexts(texts);
  const kinds = (Object.keys(texts.ja.strings) as (keyof (typeof texts)['ja']['strings'])[]).filter(
    kind => organisation.identifying?.[kind]?.length,
  );
  return (
    <section className="card" aria-labelledby="identifying">
      <h2 id="identifying" className="mb-2 text-xl">
        {t('identifying')}
      </h2>
      <p className="mb-4 text-solid-gray-700">{t('identifyingLead')}</p>
      {kinds.length === 0 ? <p>{t('identifyingNone')}</p> : null}
      <Facts
        facts={[
          ...kinds.map(kind => [t(`strings.${kind}`), (organisation.identifying?.[kind] ?? []).join('、')] as const),
          [t('confirmed'), organisation.confirmedAt ? <Time key="at" at={organisation.confirmedAt} /> : t('confirmedNever')],
        ]}
      />
    </section>
  );
}

function PeopleOf({ organisation }: { organisation: OrganisationEntry }) {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const me = useMe();
  const query = useQuery(peopleQuery(organisation.id));
  const keeps = has(me, 'administrator') || (has(me, 'manager') && me.organisation.id === organisation.id);
  return (
    <section className="card" aria-labelledby="people">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="people" className="text-xl">
          {t('people')}
        </h2>
        {keeps && organisation.active ? (
          <LinkButton look="secondary" to="/people/invite" search={{ organisation: organisation.id }}>
            {t('invite')}
          </LinkButton>
        ) : null}
      </div>
      <Answered query={query}>
        {people =>
          people.length === 0 ? (
            <p>{t('peopleNone')}</p>
          ) : (
            <ul className="flex flex-col">
              {people.map(person => (
                <li
                  key={person.id}
                  className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-solid-gray-300 py-2 first:border-t-0"
                >
                  {keeps ? (
                    <Link to="/people/$id" params={{ id: person.id }} className="link font-bold">
                      {person.name}
                    </Link>
                  ) : (
                    <strong>{person.name}</strong>
                  )}
                  <span className="text-solid-gray-700">{person.duty}</span>
                  <span>{person.roles.map(code => role(code as 'operator')).join('・')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function History({ id }: { id: string }) {
  const t = useTexts(texts);
  const me = useMe();
  // an administrator changes others' entries, so it needs everyone's name
  const { data: people } = useQuery(peopleQuery(has(me, 'administrator') ? undefined : id));
  const query = useQuery({
    queryKey: ['organisation', id, 'history'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organisations/{id}/history', { params: { path: { id }, query: { limit: 100 } }, signal })),
  });
  const said = (value: string | null) => (value === 'true' ? t('yes') : value === 'false' ? t('no') : value || t('empty'));
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history" className="mb-4 text-xl">
        {t('history')}
      </h2>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('historyNone')}</p>
          ) : (
            <>
              <Table
                caption={t('history')}
                rows={items}
                keyOf={row => `${row.at} ${row.field}`}
                columns={[
                  { head: t('at'), cell: row => <Time at={row.at} relative={false} /> },
                  {
                    head: t('field'),
                    cell: row =>
                      row.field in texts.ja.fields ? t(`fields.${row.field as keyof (typeof texts)['ja']['fields']}`) : row.field,
                  },
                  { head: t('from'), cell: row => (row.field === 'identifying' ? t('changed') : said(row.from)) },
                  { head: t('to'), cell: row => (row.field === 'identifying' ? t('changed') : said(row.to)) },
                  { head: t('by'), cell: row => people?.find(person => person.id === row.by)?.name ?? row.by },
                ]}
              />
              {items.length === 100 ? <p className="mt-3 text-sm text-solid-gray-700">{t('older')}</p> : null}
            </>
          )
        }
      </Answered>
      <Button look="quiet" className="not-printed mt-4 -ms-4" onPress={() => window.print()}>
        {t('print')}
      </Button>
    </section>
  );
}
