import { describe, it, expect } from 'vitest';
import { decode } from './fields.ts';
import type { Fields } from './fields.ts';

const readAll = (fields: Fields) => ({
  text: fields.text('text'),
  count: fields.count('count'),
  flag: fields.flag('flag'),
  word: fields.word('word', ['yes', 'no']),
  texts: fields.texts('texts'),
  list: fields.list('list', (inner) => inner.count('n')),
  object: fields.object('object', (inner) => inner.text('t')),
  optional: fields.optional('optional', fields.text),
  counts: fields.countsByName('counts'),
});

const whole = {
  text: 'a',
  count: 3,
  flag: false,
  word: 'no',
  texts: ['x'],
  list: [{ n: 1 }, { n: 2 }],
  object: { t: 'b' },
  optional: null,
  counts: { b: 2, a: 1 },
};

describe('decode', () => {
  it('reads every kind of field, names in order [EVD-1]', () => {
    const decoded = decode(whole, readAll);

    expect(decoded).toEqual({
      kind: 'decoded',
      value: { ...whole, list: [1, 2], object: 'b', optional: undefined },
    });
    expect(decoded.kind === 'decoded' && Object.keys(decoded.value.counts)).toEqual(['a', 'b']);
  });

  it('tells every fault with its path [EVD-1]', () => {
    const wrong = { ...whole, text: 1, count: -1, flag: 'no', word: 'maybe', list: [{ n: 'x' }] };

    expect(decode({ ...wrong, texts: ['x', 1], object: [], counts: { a: 0.5 } }, readAll)).toEqual({
      kind: 'faulty',
      faults: [
        'text is no text',
        'count is no count',
        'flag is no Boolean',
        'word is no yes or no',
        'texts is no list of texts',
        'list[0].n is no count',
        'object is no object',
        'object.t is no text',
        'counts is no object of counts',
      ],
    });
  });

  it.each([null, 1, 'text', [], undefined])('says that %j is no object [EVD-1]', (value) => {
    const decoded = decode(value, (fields) => fields.optional('a', fields.text));

    expect(decoded).toEqual({ kind: 'faulty', faults: ['the document is no object'] });
  });

  it('does not find what every object inherits [EVD-1]', () => {
    const decoded = decode({}, (fields) => fields.optional('constructor', fields.text));

    expect(decoded).toEqual({ kind: 'decoded', value: undefined });
  });
});
