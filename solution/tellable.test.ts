import { describe, expect, it } from 'vitest';
import { catalogue } from '../kss/catalogue.ts';
import { light, rules } from './diagnostics/example.ts';
import { examples } from './diagnostics/examples.ts';
import { loadExample } from './diagnostics/load-example.ts';
import { toldOf } from './diagnostics/told-of.ts';
import { lenientCodes } from './lenient.ts';

describe('tellable', () => {
  it('tells nothing that follows from an interface that could not be read [LANG-3]', () => {
    const broken = light('interface { Set(in UInt8 level; Off(); }');
    const policy = rules(
      'request dst=home.Lamp endpoint=direct method=Off { grant () }\nassert { sequence { panel ~> lamp : direct.Off {} } }',
    );

    expect(toldOf({ ...broken, ...policy }, catalogue)).toEqual(['SYN-005 ;']);
  });

  it('tells nothing that follows from a class that could not be read [LANG-3]', () => {
    const broken = { 'home/Lamp.edl': 'entity home.Lamp\nendpoints { direct home.Light }\n' };
    const policy = rules('request dst=home.Lamp endpoint=direct method=Off { grant () }');

    expect(toldOf({ ...broken, ...policy }, catalogue)).toEqual(['SYN-005 home']);
  });

  it('tells nothing that follows from a policy package that could not be read [LANG-3]', () => {
    const broken = { 'rooms.psl': 'policy object : Base {}\n' };
    const policy = rules('use rooms._\nrequest dst=home.Lamp { kitchen.grant () }');

    expect(toldOf({ ...broken, ...policy }, catalogue)).toEqual(['SYN-005 :']);
  });

  it('tells other faults beside one that keeps a file from being read [LANG-3]', () => {
    const broken = light('interface { Set(in UInt8 level; }');

    expect(toldOf({ ...broken, ...rules('request { grnat () }') }, catalogue)).toEqual([
      'SYN-005 ;',
      'PSL-008 rules.psl grnat',
    ]);
  });

  it.each(
    examples.filter(({ code }) => lenientCodes.has(code)).map((one) => [one.code, one] as const),
  )('makes an error of %s where the load is strict [LANG-3]', (code, example) => {
    const { solution, diagnostics } = loadExample(
      { ...example, input: { strict: true } },
      catalogue,
    );

    expect(solution).toBeUndefined();
    expect(diagnostics.map((one) => `${one.code} ${one.severity}`)).toEqual([`${code} error`]);
  });

  it('leaves the other warnings as they are where the load is strict [LANG-3]', () => {
    const warnings = examples.filter(
      ({ code, input }) =>
        input === undefined &&
        !lenientCodes.has(code) &&
        ['PSL-012', 'PSL-027', 'INIT-006'].includes(code),
    );

    expect(
      warnings.map((one) =>
        loadExample({ ...one, input: { strict: true } }, catalogue).diagnostics.map(
          ({ severity }) => severity,
        ),
      ),
    ).toEqual(warnings.map(() => ['warning']));
  });
});
