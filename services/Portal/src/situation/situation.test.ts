import { describe, expect, it } from 'vitest';
import { bend, bySector, placesOf, reachedOf, type Situation, takenIn } from './situation';

const situation = {
  grid: [
    { sector: 'ict', severity: 'high', last24Hours: 1, last7Days: 2 },
    { sector: 'ict', severity: 'critical', last24Hours: 0, last7Days: 1 },
    { sector: null, severity: 'low', last24Hours: 1, last7Days: 1 },
  ],
} as unknown as Situation;

it('takenIn counts what came within a day and a week, and no drill', () => {
  const label = (hoursAgo: number, { urgency = 'normal', drill = false } = {}) => ({
    decidedAt: new Date(Date.UTC(2026, 10, 22, 12) - hoursAgo * 3_600_000).toISOString(),
    urgency,
    drill,
  });
  const labels = [label(1), label(30, { urgency: 'urgent' }), label(2, { urgency: 'urgent', drill: true }), label(169)];
  expect(takenIn(labels, new Date(Date.UTC(2026, 10, 22, 12)))).toEqual({ last24Hours: 1, last7Days: 2, urgent: 1 });
});

describe('bySector', () => {
  it('adds up a sector and keeps its gravest severity', () =>
    expect(bySector(situation).find(s => s.sector === 'ict')).toEqual({ sector: 'ict', last24Hours: 1, last7Days: 3, worst: 'critical' }));
  it('shows sectors without reports, and last those that are not told', () => {
    expect(bySector(situation).find(s => s.sector === 'rail')).toEqual({ sector: 'rail', last24Hours: 0, last7Days: 0, worst: undefined });
    expect(bySector(situation).at(-1)).toEqual({ sector: null, last24Hours: 1, last7Days: 1, worst: 'low' });
  });
});

it('reachedOf counts each step with those beyond it', () =>
  expect(reachedOf(10, { queued: 1, pushed: 1, delivered: 2, opened: 1, confirmed: 4, cannotAct: 1 })).toEqual({
    recipients: 10,
    delivered: 8,
    answered: 5,
  }));

it('placesOf begins at the top and stays inside', () => {
  const places = placesOf(14, 800, 500, { x: 100, y: 50 });
  expect(places[0]).toEqual({ x: 400, y: 50 });
  for (const { x, y } of places) expect(x >= 100 && x <= 700 && y >= 50 && y <= 450).toBe(true);
});

it('there and back are two lines', () => {
  const [a, b, middle] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 50, y: 50 },
  ];
  expect(bend(a, b, middle, 10)).not.toEqual(bend(b, a, middle, 10));
});
