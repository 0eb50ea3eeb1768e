export const states = ['planned', 'running', 'closed', 'stopped', 'cancelled'] as const;
export type State = (typeof states)[number];

export interface DrillsSearch {
  state?: State;
  ceptoar?: string;
}

export function drillsSearch(search: Record<string, unknown>): DrillsSearch {
  const state = states.find(s => s === search.state);
  return {
    ...(state ? { state } : {}),
    ...(typeof search.ceptoar === 'string' && search.ceptoar !== '' ? { ceptoar: search.ceptoar } : {}),
  };
}

export const parts = ['schedule', 'sheets', 'rehearsals', 'text'] as const;
export type Part = (typeof parts)[number];

export interface CampaignSearch {
  /** Which part of it one works at; the schedule first. */
  part?: Part;
  /** The rehearsal that is looked at; the newest unless told. */
  rehearsal?: string;
  saved?: true;
}

export function campaignSearch(search: Record<string, unknown>): CampaignSearch {
  const part = parts.find(p => p === search.part);
  return {
    ...(part ? { part } : {}),
    ...(typeof search.rehearsal === 'string' ? { rehearsal: search.rehearsal } : {}),
    ...(search.saved ? { saved: true } : {}),
  };
}

export interface DrillSearch {
  /** Those of a list of participants whose name holds these words. */
  q?: string;
  show?: 'agreed' | 'asked' | 'chosen';
}

export function drillSearch(search: Record<string, unknown>): DrillSearch {
  const show = (['agreed', 'asked', 'chosen'] as const).find(s => s === search.show);
  return { ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}), ...(show ? { show } : {}) };
}
