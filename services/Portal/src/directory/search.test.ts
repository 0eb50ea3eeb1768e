import { describe, expect, it } from 'vitest';
import type { Organisation } from './directory';
import { isAsked, organisationsSearch } from './search';

const organisation: Organisation = {
  id: '06ad6962-c1c7-8b2a-958c-6ad4cb242890',
  version: 1,
  name: '藍ノ岩通信',
  nameEn: 'Ainoiwa Telecom',
  kind: 'operator',
  partnerOf: null,
  sectors: ['ict'],
  ceptoars: ['telecom'],
  secondHop: ['water'],
  prefecture: 'tokyo',
  region: 'kanto',
  size: null,
  active: true,
};

describe('An organisation is found', () => {
  it.each([
    [{}, true],
    [{ q: '岩通' }, true],
    [{ q: 'ＡＩＮＯＩＷＡ　telecom' }, true],
    [{ q: '06ad6962' }, true],
    [{ q: '岩 銀行' }, false],
    [{ kind: 'ministry' }, false],
    [{ sector: 'ict', ceptoar: 'telecom' }, true],
    [{ ceptoar: 'water' }, true],
    [{ ceptoar: 'gas' }, false],
    [{ state: 'inactive' as const }, false],
  ])('%o: %s', (search, found) => {
    expect(isAsked(organisation, search)).toBe(found);
  });

  it('by what is understood of an address alone', () => {
    expect(organisationsSearch({ q: 'a', kind: 3, state: 'gone', other: 'x' })).toEqual({ q: 'a' });
  });
});
