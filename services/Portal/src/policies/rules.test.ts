import { describe, expect, it } from 'vitest';
import type { Me } from '@/app/session/session';
import { below, type Ceptoar, copied, keeps, momentOf, scopesOf } from './rules';

const body = (id: string) => ({ id, name: id });
const ceptoar = (code: string, secretariat: string, ministry: string): Ceptoar => ({
  code,
  name: code,
  nameEn: code,
  sector: 'ict',
  secretariat: body(secretariat),
  ministry: body(ministry),
  sizeBand: '10-49',
});
const ceptoars = [ceptoar('telecom', 's1', 'mic'), ceptoar('cable', 's2', 'mic'), ceptoar('rail', 'mlit', 'mlit')];
const who = (role: string, id: string) => ({ roles: [role], organisation: { id } }) as Me;

describe('A policy is written by who keeps its scope', () => {
  it.each([
    ['analyst', 'nco', 'national', true],
    ['administrator', 'nco', 'national', false],
    ['liaison', 'mic', 'ministry.mic', true],
    ['liaison', 'mic', 'ministry.mlit', false],
    ['secretariat', 's1', 'ceptoar.telecom', true],
    ['secretariat', 's1', 'ceptoar.cable', false],
    ['liaison', 'mlit', 'ceptoar.rail', true],
    ['operator', 's1', 'ceptoar.telecom', false],
  ])('%s of %s, %s: %s', (role, id, scope, may) => {
    expect(keeps(who(role, id), scope, ceptoars)).toBe(may);
  });

  it('each ministry has one, however many CEPTOARs it has', () => {
    expect(scopesOf(ceptoars)).toEqual({
      ministries: [
        { scope: 'ministry.mic', name: 'mic' },
        { scope: 'ministry.mlit', name: 'mlit' },
      ],
      ceptoars: ['ceptoar.telecom', 'ceptoar.cable', 'ceptoar.rail'],
    });
  });

  it('relaxes to what is less strict alone', () => {
    expect(below('AMBER')).toEqual(['GREEN', 'CLEAR']);
    expect(below('CLEAR')).toEqual([]);
  });

  it('takes effect by the clock of Japan', () => {
    expect(momentOf('2026-11-22T09:00')).toBe('2026-11-22T00:00:00.000Z');
    expect(momentOf('')).toBeNull();
  });

  it('begins empty where there was none', () => {
    expect(copied(undefined, 'ceptoar.rail')).toEqual({ rules: [], relaxed: [], note: '', effectiveFrom: null });
  });
});
