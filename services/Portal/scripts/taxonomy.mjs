// Writes src/api/taxonomy.ts, the names of the hub's codes, from shared/Contracts/Taxonomy.cs; with --check it only says whether it is still so.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../../../shared/Contracts/Taxonomy.cs', import.meta.url));
const to = fileURLToPath(new URL('../src/api/taxonomy.ts', import.meta.url));

const lists = {};
let owner = '';
let list;
for (const line of readFileSync(from, 'utf8').split('\n')) {
  const owning = /class (\w+)/.exec(line);
  if (owning) owner = owning[1];
  const begins = /IReadOnlyList<Code> ([A-Z]\w+)/.exec(line);
  if (begins) {
    const name = begins[1] === 'All' ? owner : begins[1];
    list = lists[name[0].toLowerCase() + name.slice(1)] = {};
  }
  const code = /new\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)/.exec(line);
  if (code && list) list[code[1]] = { ja: code[2], en: code[3] };
}

const body = Object.entries(lists)
  .filter(([, codes]) => Object.keys(codes).length > 0)
  .map(([name, codes]) => {
    const lines = Object.entries(codes).map(
      ([value, names]) =>
        `    ${/^[a-z][A-Za-z0-9]*$/.test(value) ? value : `'${value}'`}: { ja: ${quoted(names.ja)}, en: ${quoted(names.en)} },\n`,
    );
    return `  ${name}: {\n${lines.join('')}  },\n`;
  })
  .join('');
const text = `// Made from shared/Contracts/Taxonomy.cs by "npm run taxonomy".\nexport const taxonomy = {\n${body}} as const;\n`;

function quoted(text) {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

if (process.argv.includes('--check')) {
  if (readFileSync(to, 'utf8') !== text) {
    process.stderr.write('src/api/taxonomy.ts is not what shared/Contracts/Taxonomy.cs says; renew it: npm run taxonomy\n');
    process.exit(1);
  }
} else {
  writeFileSync(to, text);
}
