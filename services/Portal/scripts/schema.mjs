// Writes src/api/schema.d.ts from the API's description, a file or address (of a running hub) named on the command line; with --check it only says whether it is still so.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const to = fileURLToPath(new URL('../src/api/schema.d.ts', import.meta.url));
const check = process.argv.includes('--check');
const from = process.argv.slice(2).find(argument => argument !== '--check') ?? 'http://127.0.0.1:8080/api/openapi.json';
const description = from.startsWith('http') ? await (await fetch(from)).json() : JSON.parse(readFileSync(from, 'utf8'));
// numbers go over this wire as numbers alone, though the services would also read them from strings
simplify(description);
const text = `// Made from the services' OpenAPI by "npm run schema".\n${astToString(await openapiTS(description))}`;

function simplify(node) {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node.type) && node.type.includes('string') && (node.type.includes('integer') || node.type.includes('number'))) {
    node.type = node.type.filter(type => type !== 'string');
    delete node.pattern;
  }
  for (const child of Object.values(node)) simplify(child);
}

if (!check) writeFileSync(to, text);
else if (readFileSync(to, 'utf8') !== text) {
  process.stderr.write(
    'src/api/schema.d.ts is not what the services describe; renew it from a running hub: npm run schema -- <hub>/api/openapi.json\n',
  );
  process.exit(1);
}
