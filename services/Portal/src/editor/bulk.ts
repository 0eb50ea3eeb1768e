export interface Pasted {
  indicators: { type: string; value: string }[];
  /** What could not be told to be anything. */
  rest: string[];
}

const tests: readonly [string, RegExp][] = [
  ['cve', /^CVE-\d{4}-\d{4,19}$/i],
  ['url', /^https?:\/\/[^\s]+$/i],
  ['email', /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i],
  ['ipv4', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/],
  ['ipv6', /^(?=.*:.*:)[0-9a-f:]{2,39}$/i],
  ['sha256', /^[0-9a-f]{64}$/i],
  ['sha1', /^[0-9a-f]{40}$/i],
  ['md5', /^[0-9a-f]{32}$/i],
  ['asn', /^AS\d{1,10}$/i],
  [
    'fileName',
    /^[^\s/\\]+\.(?:exe|dll|sys|ps1|bat|cmd|vbs|js|jse|hta|lnk|iso|img|docm?|docx|xlsm?|xlsx|pptx?|pdf|zip|rar|7z|jar|msi|scr|php|jsp|aspx?|sh|elf|apk)$/i,
  ],
  ['domain', /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/i],
];

/**
 * Reads indicators as they stand in a mail or a table: one a word, written harmless (hxxp, [.]) or not, or a line of "type,value". Each
 * comes once. What is nothing known stays in `rest`.
 */
export function readIndicators(text: string, types: readonly string[]): Pasted {
  const found = new Map<string, { type: string; value: string }>();
  const rest: string[] = [];
  const keep = (type: string, value: string) => found.set(`${type} ${value}`, { type, value });
  for (const line of text.normalize('NFKC').split(/\r?\n/)) {
    const named = /^\s*"?([A-Za-z0-9]+)"?\s*[,\t:]\s*"?(.+?)"?\s*$/.exec(line);
    const type = types.find(t => t.toLowerCase() === named?.[1]?.toLowerCase());
    if (type && named?.[2]) {
      keep(type, armed(named[2]));
      continue;
    }
    for (const word of line.split(/[\s,;、，"'<>()「」]+/).filter(w => w !== '')) {
      const value = armed(word).replace(/\.$/, '');
      const known = tests.find(([, test]) => test.test(value))?.[0];
      if (known) keep(known, known === 'cve' ? value.toUpperCase() : value);
      else rest.push(word);
    }
  }
  return { indicators: [...found.values()], rest };
}

function armed(value: string): string {
  return value
    .replace(/^hxxp/i, 'http')
    .replace(/\[:\/\/\]/g, '://')
    .replace(/\[(?:\.|dot)\]|\((?:\.|dot)\)|\{\.\}/gi, '.')
    .replace(/\[(?:@|at)\]/gi, '@');
}
