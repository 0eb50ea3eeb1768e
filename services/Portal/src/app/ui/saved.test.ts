import { expect, it } from 'vitest';
import { savedAs } from './saved';

it.each([
  ['auth.log', { 'Content-Type': 'application/zip', 'Archive-Password': 'infected' }, { name: 'auth.log.zip', password: 'infected' }],
  ['files.zip', { 'Content-Type': 'application/zip', 'Archive-Password': 'infected' }, { name: 'files.zip', password: 'infected' }],
  ['notice.pdf', { 'Content-Type': 'application/octet-stream' }, { name: 'notice.pdf', password: null }],
  ['ceptoars.csv', { 'Content-Type': 'text/csv; charset=utf-8' }, { name: 'ceptoars.csv', password: null }],
])('%s that came as %j is saved as %j', (name, headers, saved) => {
  expect(savedAs(name, new Headers(headers as Record<string, string>))).toEqual(saved);
});
