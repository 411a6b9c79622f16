import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { load } from '../load.ts';
import { baseSolution } from '../diagnostics/base-solution.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const ofLamp = (text: string): readonly string[] =>
  toldOf({ 'home/Lamp.edl': `entity home.Lamp\n${text}\n` }, catalogue);
const ofDriver = (text: string): readonly string[] =>
  toldOf({ 'home/Driver.cdl': `component home.Driver\n${text}\n` }, catalogue);

describe('the classes of a solution', () => {
  it.each([
    ['endpoints { a : home.Nowhere }', ['CDL-001 home.Nowhere']],
    ['components { a : home.Nowhere }', ['CDL-002 home.Nowhere']],
    ['security home.Nowhere\nendpoints { a : home.Light }', ['CDL-001 home.Nowhere']],
    ['endpoints { a_b : home.Light }', ['CDL-004 a_b']],
    ['components { a_b : home.Driver }', ['CDL-004 a_b']],
    ['endpoints { a : home.Light a : home.Light }', ['CDL-004 a']],
    ['components { a : home.Driver a : home.Driver }', ['CDL-004 a']],
    ['endpoints { a : home.Light }\nendpoints { b : home.Light }', ['SYN-008 endpoints']],
    [
      'endpoints { a : home.Light }\nsecurity home.Badge\nsecurity home.Badge',
      ['SYN-008 security'],
    ],
    ['security home.Light\nendpoints { a : home.Light }', ['CDL-005 home.Light']],
    ['endpoints { a : home.Light, b : home.Light }', ['SYN-009 ,']],
    ['endpoints { a }', ['SYN-005 }']],
    ['endpionts { a : home.Light }', ['SYN-005 endpionts']],
  ])('tell what is wrong in an EDL file with %j: %j [LANG-3]', (text, expected) => {
    expect(ofLamp(text)).toEqual(expected);
  });

  it.each([
    ['endpoints { light : home.Nowhere }', ['CDL-001 home.Nowhere']],
    ['components { a : home.Driver }', ['CDL-003 home.Driver']],
    ['security home.Light', ['CDL-005 home.Light']],
    ['endpoints { a_b : home.Light }', ['CDL-004 a_b']],
  ])('tell what is wrong in a CDL file with %j: %j [LANG-3]', (text, expected) => {
    expect(ofDriver(text)).toEqual(expected);
  });

  it('tell the circle of components, and a nesting that is too deep [LANG-3]', () => {
    const chain = Array.from({ length: 40 }, (_, index) => [
      `home/Part${String(index)}.cdl`,
      `component home.Part${String(index)}\ncomponents { next : home.Part${String(index + 1)} }\n`,
    ]);
    const messages = (files: Readonly<Record<string, string>>): readonly string[] =>
      load(
        { name: 'x', files: new Map(Object.entries({ ...baseSolution, ...files })) },
        catalogue,
      ).diagnostics.map(({ code, message }) => `${code} ${message}`);
    const inner = 'component home.Driver\ncomponents { inner : home.Inner }\n';

    expect([
      messages({
        'home/Driver.cdl': inner,
        'home/Inner.cdl': 'component home.Inner\ncomponents { outer : home.Driver }\n',
      }),
      messages({
        ...Object.fromEntries(chain),
        'home/Driver.cdl': 'component home.Driver\ncomponents { a : home.Part0 }\n',
      }),
    ]).toEqual([
      [
        'CDL-003 the component "home.Driver" contains itself: home.Driver → home.Inner → home.Driver',
      ],
      ['CDL-003 components nest deeper than 32 levels'],
    ]);
  });

  it('tell what keeps the head of a file from being read, and not that it is missing [LANG-3]', () => {
    expect([
      toldOf({ 'home/Lamp.edl': 'component home.Lamp\n' }, catalogue),
      toldOf({ 'home/Light.idl': 'pakcage home.Light\n' }, catalogue),
    ]).toEqual([['SYN-005 component'], ['SYN-005 pakcage']]);
  });

  it('tell of an interface whose package declares types alone [LANG-3]', () => {
    const files = {
      'home/Lamp.edl': 'entity home.Lamp\nsecurity home.Types\nendpoints { a : home.Types }\n',
      'home/Types.idl': 'package home.Types\nstruct A { UInt8 a; }\n',
    };

    expect(toldOf(files, catalogue)).toEqual(['CDL-001 home.Types']);
  });

  it('read an EDL file at its dotted path, whatever class it declares [LANG-5]', () => {
    expect(
      toldOf({ 'rules.psl': 'use EDL home.Fan', 'home/Fan.edl': 'entity home.Fna' }, catalogue),
    ).toEqual([]);
  });
});
