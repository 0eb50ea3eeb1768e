import { describe, expect, it } from 'vitest';
import type { Advisory } from './advisory';
import { csvOf, stixOf } from './indicators';

const advisory = {
  id: '0',
  number: 'A-2026-000001',
  version: 2,
  tlp: 'AMBER',
  issuedAt: '2026-11-21T00:00:00Z',
  indicators: [
    { type: 'ipv4', value: '192.0.2.1' },
    { type: 'url', value: "http://a.example/'q" },
    { type: 'product', value: '=cmd|"x"' },
  ],
  references: ['CVE-2026-40000', 'https://example.com/'],
} as unknown as Advisory;

describe('indicators to take along', () => {
  it('are a table that no spreadsheet runs', () => {
    expect(csvOf(advisory).split('\r\n')).toEqual([
      '"type","value","tlp","advisory"',
      '"ipv4","192.0.2.1","TLP:AMBER","A-2026-000001"',
      '"url","http://a.example/\'q","TLP:AMBER","A-2026-000001"',
      '"product","\'=cmd|""x""","TLP:AMBER","A-2026-000001"',
      '"cve","CVE-2026-40000","TLP:AMBER","A-2026-000001"',
      '',
    ]);
  });

  it('are a STIX 2.1 bundle whose objects carry the level', () => {
    const { objects } = JSON.parse(stixOf(advisory)) as {
      objects: { type: string; id: string; pattern?: string; name?: string; object_marking_refs?: string[] }[];
    };
    const [marking, ...rest] = objects;
    expect(marking?.name).toBe('TLP:AMBER');
    expect(rest.map(o => o.pattern ?? o.name)).toEqual([
      "[ipv4-addr:value = '192.0.2.1']",
      "[url:value = 'http://a.example/\\'q']",
      'CVE-2026-40000',
    ]);
    expect(rest.every(o => o.object_marking_refs?.[0] === marking?.id)).toBe(true);
  });

  it('of an unknown level are RED', () => {
    expect(stixOf({ ...advisory, tlp: 'PINK' } as unknown as Advisory)).toContain('TLP:RED');
  });
});
