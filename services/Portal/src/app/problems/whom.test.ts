import { expect, it } from 'vitest';
import { publishedOf, whomToCall } from './whom';

const centre = { name: 'センター', nameEn: 'Centre', kind: 'centre', telephone: '03-0000-0001' };
const secretariat = { name: '事務局', nameEn: 'Secretariat', kind: 'secretariat', telephone: '03-0000-0002' };

it('takes of the published desks what is one', () => {
  expect(publishedOf({ items: [centre, { name: 'x' }, null, { ...secretariat, nameEn: undefined }] })).toEqual([
    centre,
    { ...secretariat, nameEn: '事務局' },
  ]);
  expect([publishedOf(null), publishedOf('<html>'), publishedOf({ items: 3 })]).toEqual([[], [], []]);
});

it('names each body once, and believes the hub before the published file', () => {
  const newer = { ...centre, telephone: '03-0000-0009' };
  expect(whomToCall([newer], [centre, secretariat])).toEqual([newer, secretariat]);
  expect(whomToCall([], [centre])).toEqual([centre]);
});
