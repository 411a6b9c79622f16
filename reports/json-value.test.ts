import { describe, it, expect } from 'vitest';
import { parseJson, writeJson } from './json-value.ts';

describe('parseJson', () => {
  it('reads what writeJson wrote [EVD-2]', () => {
    const value = { a: [1, 'two', null, true], b: { c: -0.5 } };

    expect(parseJson(writeJson(value))).toEqual({ kind: 'value', value });
  });

  it.each(['', '{', '{"a":1', 'undefined', '\u0000\u0001', '{"a":01}', '[1,]'])(
    'says that %j is no document [EVD-1]',
    (text) => {
      expect(parseJson(text)).toEqual({ kind: 'faulty', why: 'not a JSON document' });
    },
  );

  it('refuses a document that is nested too deep, open or closed [EVD-1]', () => {
    const depth = 3_000_000;

    expect(parseJson('['.repeat(depth)).kind).toBe('faulty');
    expect(parseJson('['.repeat(65) + ']'.repeat(65))).toEqual({
      kind: 'faulty',
      why: 'nested deeper than 64',
    });
    expect(parseJson('['.repeat(64) + ']'.repeat(64)).kind).toBe('value');
  });

  it('refuses a document that is too long [EVD-1]', () => {
    expect(parseJson(' '.repeat(33 * 1024 * 1024))).toEqual({
      kind: 'faulty',
      why: 'longer than 32 Mi units',
    });
  });

  it('takes __proto__ for a name like any other [EVD-1]', () => {
    const parsed = parseJson('{"__proto__":{"step":"check"}}');

    expect(parsed.kind === 'value' && Object.keys(parsed.value ?? {})).toEqual(['__proto__']);
  });
});
