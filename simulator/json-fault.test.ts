import { describe, expect, it } from 'vitest';
import { findJsonFault } from './json-fault.ts';

describe('findJsonFault', () => {
  it.each([
    ['{"a":[1,-0.5e3,"\\u00e9\\n",true,null,{}],"b":[]}'],
    [' [ ] '],
    ['0'],
    ['"é\u{1f600}"'],
  ])('takes %s, as JSON.parse does [SIM-3]', (text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(findJsonFault(text)).toBeUndefined();
  });

  it.each([
    ['', 0],
    ['{"a":1;', 6],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[1,]', 3],
    ['{"a":01}', 6],
    ['{"a":"x', 5],
    ['{} {}', 3],
    ['[tru]', 1],
    ['"\t"', 0],
    ['NaN', 0],
  ])('says where %j is no JSON, as JSON.parse says that it is none [SIM-3]', (text, at) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(findJsonFault(text)?.at).toBe(at);
  });

  it('finds what nests too deeply, without going there [SIM-3]', () => {
    expect(findJsonFault('['.repeat(100_000))).toMatchObject({ at: 64, kind: 'tooDeep' });
    expect(findJsonFault(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined();
  });
});
