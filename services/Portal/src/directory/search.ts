import { saysAll } from '@/app/words';
import type { Organisation } from './directory';

export interface OrganisationsSearch {
  q?: string;
  kind?: string;
  sector?: string;
  ceptoar?: string;
  state?: 'inactive';
}

export function organisationsSearch(search: Record<string, unknown>): OrganisationsSearch {
  const text = (name: keyof OrganisationsSearch) =>
    typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {};
  return {
    ...text('q'),
    ...text('kind'),
    ...text('sector'),
    ...text('ceptoar'),
    ...(search.state === 'inactive' ? { state: 'inactive' as const } : {}),
  };
}

/** Whether an organisation is among what was asked for. */
export function isAsked(organisation: Organisation, search: OrganisationsSearch): boolean {
  return (
    saysAll(`${organisation.name} ${organisation.nameEn ?? ''} ${organisation.id}`, search.q) &&
    (!search.kind || organisation.kind === search.kind) &&
    (!search.sector || organisation.sectors.includes(search.sector)) &&
    (!search.ceptoar || organisation.ceptoars.includes(search.ceptoar) || organisation.secondHop.includes(search.ceptoar)) &&
    (search.state !== 'inactive' || !organisation.active)
  );
}
