import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { light } from '../diagnostics/example.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const told = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  toldOf({ ...light(text), ...more }, catalogue);

const off = 'interface { Off(); }';
const set = (parameter: string): string => `interface { Set(in ${parameter}); }`;

describe('the packages of a solution', () => {
  it.each([
    ['import home.Nowhere', off, ['IDL-005 home.Nowhere']],
    ['import home.Light', off, ['IDL-006 home.Light']],
    ['', `${off}\ninterface { On(); }`, ['SYN-008 interface']],
    ['', set('Colour colour'), ['IDL-001 Colour']],
    ['const UInt8 Most = 1;', set('Most most'), ['IDL-001 Most']],
    ['typedef string<4> Name;\nconst Name First = 1;', off, ['IDL-001 Name']],
    ['typedef UInt8 Level;\nconst Level Most = 256;', off, ['IDL-003 256']],
    ['const UInt8 A = 1;\nconst UInt8 A = 2;', off, ['IDL-002 A']],
    ['const UInt8 A = 1;\ntypedef UInt8 A;', off, ['IDL-002 A']],
    ['struct A { UInt8 a; }\nunion A { UInt8 b; }', off, ['IDL-002 A']],
    ['union A { UInt8 a; UInt16 a; }', off, ['IDL-002 a']],
    ['union A { }', off, ['IDL-011 A']],
    ['struct A { B b; }\nstruct B { A a; }', off, ['IDL-006 A']],
    ['struct A { sequence<A, 4> rest; }', off, ['IDL-006 A']],
    ['typedef A B;\ntypedef B A;', off, ['IDL-006 B']],
    ['const UInt8 A = B;\nconst UInt8 B = A;', off, ['IDL-006 A']],
    ['const UInt8 A = C + 1;', off, ['IDL-003 C']],
    ['const SInt8 A = 0 - 129;', off, ['IDL-003 0 - 129']],
    ['const UInt8 A = 1 % 0;', off, ['IDL-003 1 % 0']],
    ['const UInt64 A = 2 ** 300;', off, ['IDL-003 2 ** 300']],
    ['const UInt64 A = 1 << (0 - 1);', off, ['IDL-003 1 << (0 - 1)']],
    ['', set('bytes<0 - 1> raw'), ['IDL-004 0 - 1']],
    ['', set('sequence<UInt8, 1 << 30> raw'), ['IDL-004 1 << 30']],
    ['', set('array<UInt8, 0 - 1> raw'), ['IDL-004 0 - 1']],
    ['', 'interface { Off(); Off(); }', ['IDL-007 Off']],
    ['', 'interface { Off_all(); }', ['IDL-007 Off_all']],
    ['', 'interface { Set(in UInt8 a, in UInt8 a); }', ['IDL-002 a']],
    ['', 'interface { Set(error UInt8 a, out UInt8 b, in UInt8 c); }', ['IDL-008 b', 'IDL-008 c']],
    ['', 'interface : home.Badge { Off(); }', ['SYN-005 :']],
    ['', set('handle<home.Nowhere> file'), ['CDL-001 home.Nowhere']],
    ['', set('Real level'), ['IDL-001 Real']],
    ['', set('string name'), ['IDL-001 string']],
  ])('tell what is wrong with %j and %j: %j [LANG-3]', (declarations, interfaces, expected) => {
    expect(told(`${declarations}\n${interfaces}`)).toEqual(expected);
  });

  it('tell the circle of their imports [LANG-3]', () => {
    const more = { 'home/Badge.idl': `package home.Badge\nimport home.Light\n${off}\n` };

    expect(told(`import home.Badge\n${off}`, more)).toEqual(['IDL-006 home.Badge']);
  });

  it('tell of a name that two imports declare, and of an own one that an import declares [LANG-3]', () => {
    const more = {
      'home/Fine.idl': 'package home.Fine\ntypedef UInt16 Level;\n',
      'home/Coarse.idl': 'package home.Coarse\ntypedef UInt8 Level;\n',
    };

    expect([
      told(`import home.Fine\nimport home.Coarse\n${off}`, more),
      told(`import home.Fine\ntypedef UInt8 Level;\n${off}`, more),
      told(`import home.Fine\ntypedef UInt16 Level;\n${off}`, more),
    ]).toEqual([['IDL-009 home.Coarse'], ['IDL-009 Level'], []]);
  });

  it('tell of no name that a missing import may declare [LANG-3]', () => {
    expect(told(`import home.Nowhere\nconst UInt8 A = B;\n${set('Colour colour')}`)).toEqual([
      'IDL-005 home.Nowhere',
    ]);
  });
});
