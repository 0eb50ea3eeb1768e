import { describe, expect, it } from 'vitest';
import { categoryOf, emptyReport, followUps, fromField, indicatorOf, isEmpty, sinceThen, toField, toggled, toSend } from './form';

describe('a report being written', () => {
  it.each([
    [[], ['intentional.dos'], 'dos'],
    [['availability.serviceDown'], ['intentional.dos'], 'dos'],
    [['leading.malware'], [], 'malware'],
    [['leading.intrusion'], ['intentional.credentialAbuse'], 'intrusion'],
    [['confidentiality.leak'], [], 'leak'],
    [['availability.serviceDown'], ['accidental.equipmentFailure'], 'failure'],
    [['unknown'], [], undefined],
  ])('of %j and %j is of the category %s', (events, causes, category) => {
    expect(categoryOf({ kind: 'incident', events, causes })).toBe(category);
  });

  it('asks an attack for its indicators early, a sign for no impact', () => {
    expect(followUps({ kind: 'incident', events: ['leading.malware'], causes: [] }).indexOf('indicators')).toBe(1);
    expect(followUps({ kind: 'incident', events: ['availability.serviceDown'], causes: [] }).indexOf('indicators')).toBeGreaterThan(3);
    expect(followUps({ kind: 'sign', events: [], causes: [] })).not.toContain('serviceImpact');
  });

  it('has unknown alone or not at all', () => {
    expect(toggled(['leading.malware'], 'unknown')).toEqual(['unknown']);
    expect(toggled(['unknown'], 'leading.malware')).toEqual(['leading.malware']);
    expect(toggled(['leading.malware'], 'leading.malware')).toEqual([]);
  });

  it('tells times in Japan, whatever the zone of the device', () => {
    expect(toField('2026-11-21T15:30:00Z')).toBe('2026-11-22T00:30');
    expect(fromField('2026-11-22T00:30')).toBe('2026-11-21T15:30:00.000Z');
    expect(fromField('')).toBeNull();
    expect(sinceThen('2026-11-21T10:00:00Z', new Date('2026-11-21T12:05:59Z'))).toEqual({ hours: 2, minutes: 5 });
    expect(sinceThen('2026-11-21T12:00:10Z', new Date('2026-11-21T12:00:00Z'))).toEqual({ hours: 0, minutes: 0 });
    expect(sinceThen('2026-11-21T13:00:00Z', new Date('2026-11-21T12:00:00Z'))).toBeUndefined();
  });

  it('sends what is empty as unknown', () => {
    const report = { ...emptyReport('ja'), title: ' ', indicators: [{ type: 'ipv4', value: ' ', role: 'attacker' }] };
    expect(isEmpty(report)).toBe(true);
    expect(toSend(report)).toMatchObject({ title: null, body: null, indicators: [] });
  });

  it.each([
    ['198.51.100[.]7', 'ipv4', '198.51.100.7'],
    ['hxxps://evil[.]example/x', 'url', 'https://evil.example/x'],
    ['cve-2024-21762', 'cve', 'cve-2024-21762'],
    ['2001:db8::1', 'ipv6', '2001:db8::1'],
    ['invoice.exe', 'fileName', 'invoice.exe'],
    ['c2[dot]example.net', 'domain', 'c2.example.net'],
    ['a'.repeat(64), 'sha256', 'a'.repeat(64)],
    ['何か', 'other', '何か'],
  ])('knows %s as %s', (line, type, value) => {
    expect(indicatorOf(line)).toEqual({ type, value });
  });
});
