import { describe, expect, it } from 'vitest';
import { filterOf } from './filter';
import { inboxSearch } from './search';

describe('what of the inbox is shown', () => {
  it('stands in the address; what is not understood there is left out', () => {
    expect(inboxSearch({ q: 'VPN', show: 'unread', tlp: 'AMBER', all: true })).toEqual({
      q: 'VPN',
      show: 'unread',
      tlp: 'AMBER',
      all: true,
    });
    expect(inboxSearch({ q: '', show: 'everything', severity: 3, all: 'yes', else: 'x' })).toEqual({});
  });

  it.each([
    [{}, {}],
    [{ q: ' 装置　 更新 ' }, { q: '装置 更新' }],
    [{ show: 'unread' }, { open: 'unopened' }],
    [
      { show: 'toConfirm', severity: 'high' },
      { open: 'unconfirmed', severity: 'high' },
    ],
    [{ show: 'recalled', all: true }, { status: 'recalled' }],
  ] as const)('%j is asked of the hub as %j', (search, filter) => {
    expect(filterOf(search)).toEqual(filter);
  });
});
