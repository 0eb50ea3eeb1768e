import type { Schemas } from '@/api/client';
import { taxonomy } from '@/api/taxonomy';

export type Situation = Schemas['GetSituationView'];
export type Receipts = Schemas['GetReachStates'];

export const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
export type SeverityCode = (typeof severities)[number];

/** The sectors in the order of the action plan, and last what may not tell its own. */
export const sectors: readonly (string | null)[] = [...Object.keys(taxonomy.sectors), null];

export interface SectorCount {
  sector: string | null;
  last24Hours: number;
  last7Days: number;
  worst: SeverityCode | undefined;
}

export function cellOf(situation: Situation, sector: string | null, severity: string) {
  return situation.grid.find(cell => cell.sector === sector && cell.severity === severity);
}

/** Each sector with all its reports and the gravest of their severities. */
export function bySector(situation: Situation): SectorCount[] {
  return sectors.map(sector => {
    const cells = situation.grid.filter(cell => cell.sector === sector);
    return {
      sector,
      last24Hours: sum(cells.map(cell => cell.last24Hours)),
      last7Days: sum(cells.map(cell => cell.last7Days)),
      worst: severities.find(severity => cells.some(cell => cell.severity === severity && cell.last7Days > 0)),
    };
  });
}

export interface TakenIn {
  last24Hours: number;
  last7Days: number;
  urgent: number;
}

/** All reports that came within seven days, whether anything of them was passed on or not; no drill. Their times are to the hour. */
export function takenIn(labels: readonly Pick<Schemas['ListLabelsItem'], 'decidedAt' | 'drill' | 'urgency'>[], now: Date): TakenIn {
  const day = 24 * 3_600_000;
  const within = (days: number) => labels.filter(label => !label.drill && now.getTime() - new Date(label.decidedAt).getTime() < days * day);
  return {
    last24Hours: within(1).length,
    last7Days: within(7).length,
    urgent: within(7).filter(label => label.urgency === 'urgent').length,
  };
}

export interface Reached {
  recipients: number;
  /** Saw that it is there, or more. */
  delivered: number;
  /** Confirmed it, or said that they cannot act. */
  answered: number;
}

export function reachedOf(recipients: number, receipts: Receipts | null): Reached {
  const { delivered = 0, opened = 0, confirmed = 0, cannotAct = 0 } = receipts ?? {};
  return { recipients, delivered: delivered + opened + confirmed + cannotAct, answered: confirmed + cannotAct };
}

export interface Place {
  x: number;
  y: number;
}

/** Where the sectors stand in the schematic map: evenly on an ellipse, beginning at its top. */
export function placesOf(count: number, width: number, height: number, margin: { x: number; y: number }): Place[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI - Math.PI / 2;
    return { x: width / 2 + Math.cos(angle) * (width / 2 - margin.x), y: height / 2 + Math.sin(angle) * (height / 2 - margin.y) };
  });
}

/** A line from one place to another, bent towards the middle and ending at the edges of both circles, so that there and back are two lines. */
export function bend(from: Place, to: Place, middle: Place, gap: number): string {
  const pull = 0.3;
  const control = {
    x: ((from.x + to.x) / 2) * (1 - pull) + middle.x * pull,
    y: ((from.y + to.y) / 2) * (1 - pull) + middle.y * pull,
  };
  const side = { x: (to.y - from.y) * 0.08, y: (from.x - to.x) * 0.08 };
  const c = { x: control.x + side.x, y: control.y + side.y };
  const [a, b] = [towards(from, c, gap), towards(to, c, gap + 6)];
  return `M${round(a.x)} ${round(a.y)} Q${round(c.x)} ${round(c.y)} ${round(b.x)} ${round(b.y)}`;
}

function towards(from: Place, to: Place, by: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
