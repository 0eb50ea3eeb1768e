import { expect, test } from 'vitest';
import { ofField, toField } from './japanTime';

test('A field shows and takes the clock in Japan', () => {
  expect(toField('2026-11-21T22:10:40.9Z')).toBe('2026-11-22T07:10');
  expect(ofField('2026-11-22T07:10')).toBe('2026-11-21T22:10:00.000Z');
  expect(ofField('')).toBeNull();
});
