import { expect, it } from 'vitest';
import { fiscalYear, monthsOf } from './year';

it('the fiscal year begins with April in Japan', () => {
  expect(fiscalYear(new Date('2026-03-31T14:59:59Z'))).toBe(2025);
  expect(fiscalYear(new Date('2026-03-31T15:00:00Z'))).toBe(2026);
});

it('the present year ends with the present month', () => {
  expect(monthsOf(2026, new Date('2026-11-21T00:00:00Z'))).toEqual({ from: '2026-04', to: '2026-11' });
  expect(monthsOf(2025, new Date('2026-11-21T00:00:00Z'))).toEqual({ from: '2025-04', to: '2026-03' });
});
