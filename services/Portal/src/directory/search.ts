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

/** Whether an organisation is among what was asked for. Wide and narrow letters, upper and lower case are the same. */
export function isAsked(organisation: Organisation, search: OrganisationsSearch): boolean {
  const said = folded(`${organisation.name} ${organisation.nameEn ?? ''} ${organisation.id}`);
  return (
    folded(search.q ?? '')
      .split(/\s+/)
      .every(word => said.includes(word)) &&
    (!search.kind || organisation.kind === search.kind) &&
    (!search.sector || organisation.sectors.includes(search.sector)) &&
    (!search.ceptoar || organisation.ceptoars.includes(search.ceptoar) || organisation.secondHop.includes(search.ceptoar)) &&
    (search.state !== 'inactive' || !organisation.active)
  );
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
