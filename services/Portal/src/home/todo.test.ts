import { expect, it } from 'vitest';
import { byNeed } from './todo';

it('puts live ones before drills, urgent ones first, then the graver, then what is due or ends sooner', () => {
  const plain = { drill: false, urgency: 'normal', severity: null, issuedAt: '2026-11-21T00:00:00Z', due: null, expiresAt: null };
  const items = [
    { ...plain, id: 'drill', drill: true, urgency: 'urgent', severity: 'critical' },
    { ...plain, id: 'late' },
    { ...plain, id: 'soon', expiresAt: '2026-11-22T00:00:00Z' },
    { ...plain, id: 'due', due: '2026-11-21T12:00:00Z', expiresAt: '2026-11-25T00:00:00Z' },
    { ...plain, id: 'grave', severity: 'critical' },
    { ...plain, id: 'urgent', urgency: 'urgent' },
  ];
  expect(byNeed(items).map(item => item.id)).toEqual(['urgent', 'grave', 'due', 'soon', 'late', 'drill']);
});
