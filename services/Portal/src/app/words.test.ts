import { describe, expect, it } from 'vitest';
import { saysAll } from './words';

describe('what is searched for', () => {
  it.each([
    ['A-2026-0007 電力会社への不審な通信', '0007', true],
    ['A-2026-0007 電力会社への不審な通信', 'ａ-2026　通信', true],
    ['A-2026-0007 電力会社への不審な通信', '通信 停電', false],
    ['ﾃﾞﾝﾜ', 'デンワ', true],
    ['株式会社　青空', '株式会社青空', true],
    ['any', undefined, true],
    ['any', '  ', true],
  ])('%s, asked for %s', (text, asked, found) => {
    expect(saysAll(text, asked)).toBe(found);
  });
});
