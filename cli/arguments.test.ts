import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { names, wholeNumber } from './arguments.ts';

describe('wholeNumber', () => {
  it('reads decimal digits [LANG-3]', () => {
    expect(['0', '007', '9007199254740991'].map(wholeNumber)).toEqual([0, 7, 9007199254740991]);
  });

  it.each(['', ' ', '-1', '1e3', '0x10', '1.5', 'NaN', '9007199254740992'])(
    'takes no other text for a number: "%s" [LANG-3]',
    (text) => {
      expect(() => wholeNumber(text)).toThrow(InvalidArgumentError);
    },
  );
});

describe('names', () => {
  it('takes the names between commas [LANG-3]', () => {
    expect(names('Panel,,Gateway')).toEqual(['Panel', 'Gateway']);
  });

  it.each(['', ','])('takes no text without a name: "%s" [LANG-3]', (text) => {
    expect(() => names(text)).toThrow(InvalidArgumentError);
  });
});
