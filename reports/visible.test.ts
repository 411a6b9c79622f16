import { describe, it, expect } from 'vitest';
import { shortened, visible } from './visible.ts';

describe('visible', () => {
  it('shows controls, marks of direction and lone surrogates by their numbers [EVD-2]', () => {
    expect(visible('a\u0000b\u202ec\ud800d\u200b\r\n')).toBe(
      'a\\u{0}b\\u{202e}c\\u{d800}d\\u{200b}\\u{d}\n',
    );
  });

  it('leaves every other text as it is [EVD-2]', () => {
    expect(visible('шлюз → 🚆 é')).toBe('шлюз → 🚆 é');
  });
});

describe('shortened', () => {
  it('counts characters and ends in an ellipsis [EVD-2]', () => {
    expect([shortened('🚆🚆🚆', 3), shortened('🚆🚆🚆🚆', 3), shortened('', 3)]).toEqual([
      '🚆🚆🚆',
      '🚆🚆…',
      '',
    ]);
  });
});
