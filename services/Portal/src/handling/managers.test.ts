import { describe, expect, it } from 'vitest';
import { managersOf } from './managers';

describe('whom to ask to accept', () => {
  it('are the managers who can sign in', () => {
    expect(
      managersOf([
        { name: '上野', roles: ['manager', 'operator'], state: 'active' },
        { name: '青木', roles: ['operator'], state: 'active' },
        { name: '招待中', roles: ['manager'], state: 'invited' },
        { name: '退職', roles: ['manager'], state: 'inactive' },
      ]),
    ).toEqual(['上野']);
  });
});
