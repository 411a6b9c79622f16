import { describe, it, expect } from 'vitest';
import { grouped, html, trusted } from './markup.ts';
import { listed } from './parts.ts';

describe('html', () => {
  it('escapes texts, and pieces not again [EVD-2]', () => {
    const piece = html`<b title="${'"<>'}">${"a & 'b'"}</b>`;

    expect(html`<p>${[piece, 1, undefined]}</p>`.markup).toBe(
      '<p><b title="&quot;&lt;&gt;">a &amp; &#39;b&#39;</b>1</p>',
    );
  });

  it('leaves a drawing as it is [EVD-2]', () => {
    expect(html`${trusted('<svg></svg>')}`.markup).toBe('<svg></svg>');
  });
});

describe('grouped', () => {
  it('parts thousands by a thin space [EVD-2]', () => {
    expect([0, 999, 1000, 1234567].map(grouped)).toEqual([
      '0',
      '999',
      '1\u202f000',
      '1\u202f234\u202f567',
    ]);
  });
});

describe('listed', () => {
  it('has an and before the last [EVD-2]', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});
