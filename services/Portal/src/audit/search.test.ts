import { describe, expect, it } from 'vitest';
import { auditSearch, between, joined, olderThan } from './search';

describe('The trail', () => {
  it('takes from an address what it understands', () => {
    expect(auditSearch({ action: 'audit.read', actor: '', from: '2026-11-21', until: 'today' })).toEqual({
      action: 'audit.read',
      from: '2026-11-21',
    });
  });

  it('means whole days of Japan', () => {
    expect(between({ from: '2026-11-21', until: '2026-11-21' })).toEqual({
      from: '2026-11-20T15:00:00.000Z',
      until: '2026-11-21T15:00:00.000Z',
    });
    expect(between({})).toEqual({});
  });

  const entry = (number: number, at: string) => ({ number, at: `2026-11-21T00:00:${at}Z` });

  it('shows what two pages both have once', () => {
    const pages = [
      [entry(9, '09.1'), entry(8, '08.5')],
      [entry(8, '08.5'), entry(7, '08.6')],
    ];
    expect(joined(pages).map(e => e.number)).toEqual([9, 8, 7]);
  });

  it('goes back a second more than the oldest of a full page', () => {
    const page = [entry(9, '09.1'), entry(8, '08.25')];
    expect(olderThan(page, 2, undefined)).toBe('2026-11-21T00:00:09.250Z');
    expect(olderThan(page, 3, undefined)).toBeUndefined();
  });

  it('does not stand still where a second is fuller than a page', () => {
    const page = [entry(9, '08.25'), entry(8, '08.25')];
    expect(olderThan(page, 2, '2026-11-21T00:00:09.250Z')).toBe('2026-11-21T00:00:08.25Z');
  });
});
