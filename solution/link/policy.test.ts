import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { rules } from '../diagnostics/example.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const told = (policy: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  toldOf({ ...rules(policy), ...more }, catalogue);

const flow = (type: string, config: string): string =>
  `policy object f : Flow { type State = ${type} config = ${config} }`;
const profile = (level: string): string => `audit profile p = { ${level} }`;

describe('linkPolicy', () => {
  it.each([
    ['use nowhere._', ['PSL-001 nowhere']],
    ['use rules._', ['PSL-002 rules']],
    ['use nk.hashset._', ['PSL-025 nk.hashset']],
    ['use EDL home.Nowhere', ['EDL-001 home.Nowhere']],
    ['task class home.A : home.Nowhere', ['EDL-001 home.Nowhere']],
    ['task class home.Panel : home.Lamp', ['PSL-029 home.Panel']],
    ['execute: home.Execute', ['PSL-004 execute: home.Execute']],
    ['execute: kl.core.Execute', []],
    ['audit default = empty 0\naudit default = empty 1', ['PSL-004 audit default = empty 1']],
    ['policy object a : Base {}\npolicy object a : Base {}', ['PSL-005 a']],
    ['policy object base : Base {}', ['PSL-005 base']],
    ['policy object math : Math {}', ['PSL-005 math']],
    ['policy object a : Nothing {}', ['PSL-006 Nothing']],
    ['policy object A : Base {}', ['PSL-027 A']],
    [flow('"a"', '{ states : ["a"], initial : "b", transitions : {} }'), ['PSL-007 "b"']],
    [flow('"a"', '{ states : ["a", "b"], initial : "a", transitions : {} }'), ['PSL-007 "b"']],
    [
      flow('"a"', '{ states : ["a"], initial : "a" }'),
      ['PSL-007 { states : ["a"], initial : "a" }'],
    ],
  ])('tells of %j: %j [LANG-3]', (policy, expected) => {
    expect(told(policy)).toEqual(expected);
  });

  it.each([
    [profile('0 : { nobody : { kss : ["granted"] } }'), ['PSL-023 nobody']],
    [profile('0 : { struct : { kss : ["granted"] } }'), ['PSL-023 struct']],
    [profile('0 : { base : { kss : ["deny"] } }'), ['PSL-023 "deny"']],
    [profile('0 : { base : { kss : [], omit : [] } }'), ['PSL-023 omit']],
    [profile('0 : {}, 0 : {}'), ['PSL-030 0 : {}']],
    [profile('0 : { base : { kss : [] }, base : { kss : [] } }'), ['PSL-030 base']],
    [`${profile('0 : {}')}\n${profile('1 : {}')}`, ['PSL-005 p']],
    ['audit default = nothing 0', ['PSL-023 nothing']],
    ['request { audit nothing grant () }', ['PSL-023 nothing']],
    ['request { match dst=home.Lamp { audit nothing grant () } }', ['PSL-023 nothing']],
  ])('tells of the audit in %j: %j [LANG-3]', (policy, expected) => {
    expect(told(policy)).toEqual(expected);
  });

  it.each([
    ['execute dst=home.Nobody', ['PAL-001 home.Nobody']],
    ['execute dst=v', ['PAL-001 v']],
    ['v <- execute dst=home.Lamp execute dst=v', []],
    ['execute src=panel', ['PAL-004 execute src=panel']],
    ['execute dst=home.Lamp { level : 1 }', ['PAL-003 level']],
    ['panel ~> lamp : nowhere.Off {}', ['PAL-002 nowhere.Off']],
    ['panel ~> lamp : direct.Fly {}', ['PAL-002 direct.Fly']],
    ['panel ~> lamp : direct.Set { before : 1 }', ['PAL-003 before']],
    ['panel ~> lamp : direct.Set { level : true }', ['PAL-003 true']],
    ['panel ~> lamp : direct.Set { level : "1" }', ['PAL-003 "1"']],
    ['panel ~> lamp : direct.Set { level : 256 }', ['PAL-003 256']],
    ['panel ~> lamp : direct.Paint { address : {} }', ['PAL-003 {}']],
    [
      'panel ~> lamp : direct.Paint { address : { room : "much too long" } }',
      ['PAL-003 "much too long"'],
    ],
    ['panel ~> lamp : direct.Paint { steps : [1, 2, 3, 4] }', ['PAL-003 [1, 2, 3, 4]']],
    ['panel ~> lamp : direct.Paint { raw : "ABCD" }', ['PAL-003 "ABCD"']],
    ['security src=panel method=Off', ['PAL-002 Off']],
    ['request src=panel dst=lamp interface=home.Lihgt method=Off', ['PAL-002 home.Lihgt']],
    [
      'request src=panel dst=lamp endpoint=direct component=home.Driver method=Off',
      ['PAL-002 home.Driver'],
    ],
    ['execute dst=home.Lamp endpoint=direct', ['PSL-011 direct']],
    ['v <- deny execute dst=home.Lamp', ['PAL-001 v']],
  ])('tells of the test %j: %j [LANG-3]', (test, expected) => {
    expect(told(`assert { sequence { ${test} } }`)).toEqual(expected);
  });
});
