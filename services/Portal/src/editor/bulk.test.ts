import { describe, expect, it } from 'vitest';
import { readIndicators } from './bulk';

const types = ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'asn', 'cve', 'fileName', 'product', 'other'];
const read = (text: string) => readIndicators(text, types);

describe('readIndicators', () => {
  it.each([
    ['203.0.113[.]7', 'ipv4', '203.0.113.7'],
    ['2001:db8::1', 'ipv6', '2001:db8::1'],
    ['c2[.]example[.]net', 'domain', 'c2.example.net'],
    ['hxxps://c2[.]example.net/a?b=1', 'url', 'https://c2.example.net/a?b=1'],
    ['attacker[@]example.net', 'email', 'attacker@example.net'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'md5', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['cve-2026-12345', 'cve', 'CVE-2026-12345'],
    ['AS64496', 'asn', 'AS64496'],
    ['update.exe', 'fileName', 'update.exe'],
    ['product,ルータ X-100', 'product', 'ルータ X-100'],
    ['１９８．５１．１００．４', 'ipv4', '198.51.100.4'],
  ])('%s', (text, type, value) => expect(read(text)).toEqual({ indicators: [{ type, value }], rest: [] }));

  it('takes each once and leaves what is nothing known', () =>
    expect(read('通信先 203.0.113.7, 203.0.113.7\n999.1.1.1')).toEqual({
      indicators: [{ type: 'ipv4', value: '203.0.113.7' }],
      rest: ['通信先', '999.1.1.1'],
    }));
});
