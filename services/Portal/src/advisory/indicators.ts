import type { Advisory } from './advisory';

type Indicator = Advisory['indicators'][number];

/** As a table for a spreadsheet or a firewall's import (RFC 4180). A value that a spreadsheet would take for a formula is quoted with '. */
export function csvOf(advisory: Advisory): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [
    ['type', 'value', 'tlp', 'advisory'],
    ...everyIndicator(advisory).map(i => [i.type, i.value, `TLP:${advisory.tlp}`, advisory.number ?? '']),
  ];
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

/** The marking definitions of TLP 2.0 in STIX 2.1 (OASIS, cti-stix-common-objects). */
const markings: Record<string, string> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

/** A bundle of STIX 2.1: an indicator each, a vulnerability for each CVE, and the level as a marking. What has no pattern there is left out. */
export function stixOf(advisory: Advisory, newId: () => string = () => crypto.randomUUID()): string {
  const level = advisory.tlp in markings ? advisory.tlp : 'RED';
  const marking = markings[level] ?? '';
  const issued = new Date(advisory.issuedAt).toISOString();
  const common = (type: string) => ({
    type,
    spec_version: '2.1',
    id: `${type}--${newId()}`,
    created: issued,
    modified: issued,
    object_marking_refs: [marking],
  });
  const source = {
    external_references: [{ source_name: 'CeptoarHub', external_id: `${advisory.number ?? advisory.id} v${advisory.version}` }],
  };
  const indicators = advisory.indicators.flatMap(i => {
    const pattern = patternOf(i);
    return pattern
      ? [{ ...common('indicator'), name: `${i.type}: ${i.value}`, pattern, pattern_type: 'stix', valid_from: issued, ...source }]
      : [];
  });
  const vulnerabilities = advisory.references
    .filter(isCve)
    .map(cve => ({ ...common('vulnerability'), name: cve, external_references: [{ source_name: 'cve', external_id: cve }] }));
  const definition = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: marking,
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${level}`,
    extensions: { [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: level.toLowerCase() } },
  };
  return JSON.stringify({ type: 'bundle', id: `bundle--${newId()}`, objects: [definition, ...indicators, ...vulnerabilities] }, null, 2);
}

export function everyIndicator(advisory: Advisory): Indicator[] {
  return [...advisory.indicators, ...advisory.references.filter(isCve).map(value => ({ type: 'cve', value }))];
}

export function isCve(reference: string): boolean {
  return /^CVE-\d{4}-\d{4,}$/.test(reference);
}

function patternOf({ type, value }: Indicator): string | undefined {
  const text = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  switch (type) {
    case 'ipv4':
      return `[ipv4-addr:value = ${text}]`;
    case 'ipv6':
      return `[ipv6-addr:value = ${text}]`;
    case 'domain':
      return `[domain-name:value = ${text}]`;
    case 'url':
      return `[url:value = ${text}]`;
    case 'email':
      return `[email-addr:value = ${text}]`;
    case 'fileName':
      return `[file:name = ${text}]`;
    case 'md5':
      return `[file:hashes.MD5 = ${text}]`;
    case 'sha1':
      return `[file:hashes.'SHA-1' = ${text}]`;
    case 'sha256':
      return `[file:hashes.'SHA-256' = ${text}]`;
    case 'asn':
      return `[autonomous-system:number = ${value.replace(/^AS/i, '')}]`;
    default:
      return undefined;
  }
}
