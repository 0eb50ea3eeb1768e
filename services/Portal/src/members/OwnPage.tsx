import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '@/app/session/useSession';
import { OrganisationShown } from './MemberPage';

const route = getRouteApi('/frame/organisation');

/** The organisation of the person itself, on the same page as its secretariat sees it. */
export function OwnPage() {
  const { part = 'contacts' } = route.useSearch();
  return <OrganisationShown id={useMe().organisation.id} part={part} own />;
}
