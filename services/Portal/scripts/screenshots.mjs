// Renews the pictures of docs/portal.md from those that the browser tests keep: run "npm run browser" first. What the document names is what is taken.
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const from = resolve(process.env.PORTAL_SCREENSHOTS ?? '../../.run/portal-screenshots');
const most = 200_000;

mkdirSync(`${docs}portal`, { recursive: true });
const names = [...readFileSync(`${docs}portal.md`, 'utf8').matchAll(/\(portal\/([\w-]+\.png)\)/g)].map(match => match[1]);
let wrong = 0;
for (const name of new Set(names)) {
  const picture = `${from}/${name}`;
  const why = !existsSync(picture)
    ? 'is not there: which test makes it?'
    : statSync(picture).size > most
      ? `is larger than ${most} bytes`
      : '';
  if (why) {
    process.stderr.write(`${name} ${why}\n`);
    wrong++;
  } else copyFileSync(picture, `${docs}portal/${name}`);
}
if (wrong > 0) process.exit(1);
