import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { LinkButton } from '@/app/ui/LinkButton';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { AttestationPart } from './AttestationPart';
import { ContactsPart } from './ContactsPart';
import { DetailsPart } from './DetailsPart';
import { HandlingPart } from './HandlingPart';
import { HistoryPart } from './HistoryPart';
import { IdentifyingPart } from './IdentifyingPart';
import { Lint } from './MembersPage';
import { lintQuery, mayOf, type Organisation, organisationQuery } from './members';
import { PeoplePart } from './PeoplePart';
import { RosterPart } from './RosterPart';
import type { Part } from './search';
import { texts } from './texts';

const route = getRouteApi('/frame/members/$id');

/** One organisation: how it is reached, who is on duty, and all that is kept of it, part by part. */
export function MemberPage() {
  const { id } = route.useParams();
  const { part = 'contacts' } = route.useSearch();
  const t = useTexts(texts);
  const secretariat = useMe().roles.includes('secretariat');
  return (
    <OrganisationShown
      id={id}
      part={part}
      aside={
        secretariat ? (
          <LinkButton to="/members" look="quiet">
            {t('back')}
          </LinkButton>
        ) : null
      }
    />
  );
}

export function OrganisationShown({ id, part, aside, own = false }: { id: string; part: Part; aside?: React.ReactNode; own?: boolean }) {
  const query = useQuery(organisationQuery(id));
  return <Answered query={query}>{organisation => <Shown organisation={organisation} part={part} aside={aside} own={own} />}</Answered>;
}

function Shown({
  organisation,
  part,
  aside,
  own: onOwnPage,
}: {
  organisation: Organisation;
  part: Part;
  aside?: React.ReactNode;
  own: boolean;
}) {
  const t = useTexts(texts);
  const me = useMe();
  const may = mayOf(me, organisation);
  const lint = useQuery(lintQuery).data?.find(one => one.organisationId === organisation.id)?.codes ?? [];
  const kinds = ['operator', 'secretariat', 'ministry', 'centre', 'partner', 'observer'] as const;
  const shownParts: Part[] = [
    'contacts',
    'roster',
    'details',
    'attestation',
    'people',
    ...(may.identifying ? (['identifying'] as const) : []),
    ...(may.own ? (['handling'] as const) : []),
    'history',
  ];
  const open = shownParts.includes(part) ? part : 'contacts';
  return (
    <Page title={organisation.name} aside={aside}>
      <p className="mb-4 flex flex-wrap items-center gap-x-3 text-solid-gray-700">
        {onOwnPage ? <span className="font-bold">{t('ownTitle')}</span> : null}
        <span>{t(`kinds.${kinds.find(k => k === organisation.kind) ?? 'operator'}`)}</span>
        {organisation.nameEn ? <span lang="en">{organisation.nameEn}</span> : null}
        {organisation.active ? null : <Mark>{t('inactive')}</Mark>}
      </p>
      {lint.length > 0 ? (
        <div className="mb-4">
          <Card title={t('toDo')}>
            <Lint codes={lint} explained />
          </Card>
        </div>
      ) : null}
      <nav aria-label={t('parts.label')} className="mb-4 border-b border-solid-gray-420">
        <ul className="flex flex-wrap gap-x-1">
          {shownParts.map(p => (
            <li key={p}>
              <Link
                to={onOwnPage ? '/organisation' : '/members/$id'}
                params={{ id: organisation.id }}
                search={p === 'contacts' ? {} : { part: p }}
                replace
                aria-current={p === open ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center border-b-4 px-3 py-2 text-blue-1000 hover:underline ${
                  p === open ? 'border-blue-900 font-bold' : 'border-transparent'
                }`}
              >
                {t(`parts.${p}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-4">
        {open === 'contacts' ? <ContactsPart organisation={organisation} may={may} /> : null}
        {open === 'roster' ? <RosterPart organisation={organisation} may={may} /> : null}
        {open === 'details' ? <DetailsPart organisation={organisation} may={may} /> : null}
        {open === 'attestation' ? <AttestationPart organisation={organisation} may={may} /> : null}
        {open === 'people' ? <PeoplePart organisation={organisation} may={may} /> : null}
        {open === 'identifying' ? <IdentifyingPart organisation={organisation} may={may} /> : null}
        {open === 'handling' ? <HandlingPart /> : null}
        {open === 'history' ? <HistoryPart organisation={organisation} /> : null}
      </div>
    </Page>
  );
}
