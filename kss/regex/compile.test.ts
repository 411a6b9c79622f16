import { describe, expect, it } from 'vitest';
import { fitsText } from './automaton.ts';
import { compilePattern } from './compile.ts';

const fits = (pattern: string, text: string): boolean | string => {
  const compiled = compilePattern(pattern);
  return compiled.kind === 'automaton' ? fitsText(compiled.automaton, text) : compiled.fault.why;
};

const faultOf = (pattern: string): readonly [number, string] | undefined => {
  const compiled = compilePattern(pattern);
  return compiled.kind === 'fault' ? [compiled.fault.offset, compiled.fault.why] : undefined;
};

describe('compilePattern', () => {
  it.each([
    ['[0-9]*', ['', '7', '0042'], ['a', '1a', '٣']],
    ['^[0-9]*$', ['12'], ['12 ']],
    ['Hello\\ world\\!', ['Hello world!'], ['Helloworld!', 'Hello world', 'hello world!']],
    ['a b\n\tc', ['abc'], ['a b\n\tc']],
    ['a|b c&.c', ['a', 'bc'], ['b', 'ac']],
    ['!ab', ['b', 'aab', 'bb'], ['ab', 'a']],
    ['!(ab)', ['', 'a', 'abc'], ['ab']],
    ['!a*', ['b', 'ab'], ['', 'aaa']],
    ['!(.*\\.\\..*)&[a-z./]+', ['a/b.c'], ['a/../b', '']],
    ['.', ['a', '\n', '😀', '\\'], ['', 'ab']],
    ['[😀-😂]+', ['😀😁😂'], ['😃']],
    ['[^a-c]', ['d', '^'], ['a', 'b', '']],
    ['[a\\-c]', ['a', '-', 'c'], ['b']],
    ['[-a]|[b-]', ['-', 'a', 'b'], ['c']],
    ['[a b\\ ]', ['a', 'b', ' '], ['\t']],
    ['[a^$.*]', ['^', '$', '.', '*'], ['b']],
    ['\\d\\D\\s\\S\\w\\W', ['1a b_-'], ['aa b_-']],
    ['\\n\\t\\\\', ['\n\t\\'], ['nt\\']],
    ['a{2}|b{2,}|c{1,2}', ['aa', 'bbb', 'c', 'cc'], ['a', 'aaa', 'b', 'ccc']],
    ['(a?){3}', ['', 'aaa'], ['aaaa']],
    ['', [''], ['a']],
    ['a|', ['', 'a'], ['b']],
    ['()', [''], ['a']],
    ['^ $', [''], ['^']],
    ['a^*', ['', 'aa'], ['a^']],
    ['^hello\\ .*|.*world$', ['hello you', 'my world'], ['say hello']],
  ])('reads %j as it is documented [LANG-5]', (pattern, good, bad) => {
    expect(good.map((text) => [text, fits(pattern, text)])).toEqual(
      good.map((text) => [text, true]),
    );
    expect(bad.map((text) => [text, fits(pattern, text)])).toEqual(
      bad.map((text) => [text, false]),
    );
  });

  it.each([
    ['*a', [0, 'there is nothing for * to repeat']],
    ['a|+', [2, 'there is nothing for + to repeat']],
    ['(ab', [3, 'this group has no closing parenthesis']],
    ['ab)', [2, 'unexpected )']],
    ['a]', [1, 'unexpected ]']],
    ['[ab', [3, 'this set has no closing bracket']],
    ['[]', [1, 'this set is empty']],
    ['[^]', [2, 'this set is empty']],
    ['[b-a]', [4, 'this is no range of characters']],
    ['[\\d-z]', [5, 'this is no range of characters']],
    ['[[:alpha:]]', [1, 'in a set, [ is written \\[']],
    ['a{2,1}', [6, '2 times is more than 1']],
    ['a{,2}', [2, 'a count is asked for']],
    ['a{5000}', [6, 'a count is at most 4096']],
    ['a{1', [3, '} is asked for']],
    ['a&', [2, 'there is nothing to intersect']],
    ['&a', [0, 'there is nothing to intersect']],
    ['!', [1, 'unexpected end']],
    ['a\\', [2, 'nothing is escaped']],
    ['a\\q', [2, 'there is no escape \\q']],
    ['😀)', [2, 'unexpected )']],
  ] as const)('tells what is wrong with %j, and where [LANG-3]', (pattern, fault) => {
    expect(faultOf(pattern)).toEqual(fault);
  });

  it.each([
    ['too long', 'a'.repeat(4097), [0, 'it is longer than 4096 characters']],
    ['groups', '('.repeat(101), [101, 'more than 100 parts within each other']],
    ['complements', `${'!'.repeat(101)}a`, [101, 'more than 100 parts within each other']],
    ['repetitions', `a${'*'.repeat(101)}`, [102, 'more than 100 parts within each other']],
  ] as const)('ends where a pattern has too much: %s [LANG-4]', (_, pattern, fault) => {
    expect(faultOf(pattern)).toEqual(fault);
  });

  it.each([
    ['the place of one letter before the end', '.*a.{20}'],
    ['counts of counts', '(.{0,4096}a){0,4096}'],
    ['a long chain of options', 'a?'.repeat(1000)],
  ])('gives up a pattern that needs too many states: %s [LANG-4]', (_, pattern) => {
    expect(faultOf(pattern)).toEqual([0, 'its automaton has too many states']);
  });

  it.each([
    ['.*x.{0,50}y.*', 54],
    ['[a-z]{1,255}(\\.[a-z]{1,255}){0,8}', 2305],
    ['(.*)*.*', 1],
    ['((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\\.){3}\\d+', 24],
  ])('has for %j no more states than this [LANG-4]', (pattern, most) => {
    const compiled = compilePattern(pattern);

    expect(compiled.kind === 'automaton' && compiled.automaton.next.length).toBe(most);
  });
});
