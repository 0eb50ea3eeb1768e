// Writes src/api/taxonomy.ts, the names of the hub's codes, from shared/Contracts/Taxonomy.cs and Template.cs of Distribution, and src/api/tables.ts, those that few pages show, from the tables of the services; with --check it only says whether they are still so.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = path => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const codes = /new\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)/;

const lists = {};
let owner = '';
let list;
for (const line of source('shared/Contracts/Taxonomy.cs').split('\n')) {
  const owning = /class (\w+)/.exec(line);
  if (owning) owner = owning[1];
  const begins = /IReadOnlyList<Code> ([A-Z]\w+)/.exec(line);
  if (begins) {
    const name = begins[1] === 'All' ? owner : begins[1];
    list = lists[name[0].toLowerCase() + name.slice(1)] = {};
  }
  const code = codes.exec(line);
  if (code && list) list[code[1]] = { ja: code[2], en: code[3] };
}

// what an advisory is: an inbox shows it, too
lists.templates = table('services/Distribution/Advisories/Template.cs');

const tables = {
  signals: table('services/Classification/Signals/SignalTable.cs'),
  auditActions: table('shared/Hosting/Audit/AuditActions.cs'),
  prefectures: table('services/Registry/Organisations/PrefectureTable.cs', code => ({
    ja: code[2],
    en: code[1][0].toUpperCase() + code[1].slice(1),
  })),
};

function table(path, names = code => ({ ja: code[2], en: code[3] })) {
  const found = source(path)
    .split('\n')
    .map(line => codes.exec(line))
    .filter(Boolean);
  return Object.fromEntries(found.map(code => [code[1], names(code)]));
}

function quoted(text) {
  const plain = text.replaceAll('\\"', '"');
  return plain.includes("'") ? `"${plain.replaceAll('"', '\\"')}"` : `'${plain}'`;
}

function written(name, from, lists) {
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
  return `// Made from ${from} by "npm run taxonomy".\nexport const ${name} = {\n${body}} as const;\n`;
}

let stale = false;
for (const [name, from, found] of [
  ['taxonomy', 'shared/Contracts/Taxonomy.cs and services/Distribution/Advisories/Template.cs', lists],
  ['tables', "the services' tables", tables],
]) {
  const to = fileURLToPath(new URL(`../src/api/${name}.ts`, import.meta.url));
  const text = written(name, from, found);
  if (!process.argv.includes('--check')) writeFileSync(to, text);
  else if (readFileSync(to, 'utf8') !== text) {
    process.stderr.write(`src/api/${name}.ts is not what ${from} says; renew it: npm run taxonomy\n`);
    stale = true;
  }
}
if (stale) process.exit(1);
