import { describe, expect, it } from 'vitest';
import { readState } from './read-value.ts';
import { canonical, canonicalState } from './value.ts';

const valueOf = (text: string): string => {
  const read = readState(`x = ${text}`);
  return read.kind === 'state' ? canonical(read.state['x'] ?? false) : `fault: ${read.why}`;
};

describe('readState', () => {
  it.each([
    ['1..3', '{1,2,3}'],
    ['5..1', '{}'],
    ['-2', '-2'],
    ['TRUE', 'TRUE'],
    ['{"zz", "aa"}', '{"aa","zz"}'],
    ['{<<1, 2>>, <<>>}', '{<<1,2>>,<<>>}'],
    ['<< >>', '<<>>'],
    ['[b |-> 1, a |-> <<"q\\"uote">>]', '[a|-><<"q\\"uote">>,b|->1]'],
    ['(0 :> 1 @@ 1 :> 0)', '(0:>1@@1:>0)'],
    ['(2 :> "b" @@ 1 :> "a")', '<<"a","b">>'],
    ['({} :> 0)', '({}:>0)'],
    ['[ a |->\n   << 1,\n   2 >> ]', '[a|-><<1,2>>]'],
  ])('reads %s as TLC prints it [TLA-1]', (printed, expected) => {
    expect(valueOf(printed)).toBe(expected);
  });

  it('reads several variables in any order as one state [TLA-1]', () => {
    const left = readState('/\\ x = 1\n/\\ y = <<>>');
    const right = readState('/\\ y = <<>>\n/\\ x = 1');

    expect(left.kind === 'state' && right.kind === 'state').toBe(true);
    if (left.kind !== 'state' || right.kind !== 'state') return;
    expect(canonicalState(left.state)).toBe(canonicalState(right.state));
  });

  it.each(['', 'x', 'x =', 'x = <<1', 'x = [a |-> ]', 'x = {1,,2}', `x = ${'<<'.repeat(5000)}`])(
    'tells that %j is no state [TLA-1]',
    (text) => {
      expect(readState(text).kind).toBe('fault');
    },
  );
});
