import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { load } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { catalogue } from '../catalogue.ts';
import { bindingsOf, eventSlots } from './slots.ts';
import { witnessesOf } from './witness.ts';

const classes = 50;
const methods = 100;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** A rule with an integer condition for each method of each class; every fifth has a pattern as well. */
const ruleOf = (server: number, method: number): string => {
  const client = String((server * 7 + method) % classes);
  const pattern = `re.match { text : message.t, pattern : "[a-z]+(${String(method)})?" }`;
  return `request src=t.C${client} dst=t.C${String(server)} endpoint=e method=M${String(method)} {
    assert (message.a < ${String(method + 10)} || message.b & 15 == 3)
    ${method % 5 === 0 ? `assert (${pattern})` : ''}
}`;
};

/** As many rules as the policies of an SDK have. */
const largeSolution = (): Solution => {
  const names = numbers(classes).map((n) => `t.C${String(n)}`);
  const declared = numbers(methods)
    .map((n) => `M${String(n)}(in UInt32 a, in string<64> t, in UInt16 b);`)
    .join('\n');
  const rules = numbers(classes).flatMap((server) =>
    numbers(methods).map((method) => ruleOf(server, method)),
  );
  const { solution, diagnostics } = load(
    {
      name: 'large',
      files: new Map([
        ['t/I.idl', `package t.I\ninterface { ${declared} }\n`],
        ...names.map((name): [string, string] => [
          `${name.replace('.', '/')}.edl`,
          `task class ${name}\nendpoints { e : t.I }\n`,
        ]),
        [
          'security.psl',
          [
            'execute: kl.core.Execute',
            'use nk.base._\nuse nk.basic._\nuse nk.regex._',
            'use EDL Einit\nuse EDL kl.core.Core',
            ...names.map((name) => `use EDL ${name}`),
            ...rules,
          ].join('\n'),
        ],
        ['init.yaml', `entities:\n${names.map((name) => `- name: ${name}\n`).join('')}`],
      ]),
    },
    catalogue,
  );
  if (solution !== undefined) return solution;
  throw new Defect(diagnostics.map(({ message }) => message).join('; '));
};

describe('witnessesOf', () => {
  it('decides all atoms of a policy of 5,000 rules [POL-4]', () => {
    const solution = largeSolution();
    const slots = eventSlots(solution).filter((slot) => bindingsOf(solution, slot).length > 0);

    const found = slots.map((slot) => witnessesOf(solution, slot));

    expect(slots).toHaveLength(classes * methods);
    expect(found.flatMap(({ unknown }) => unknown)).toEqual([]);
    // Four outcomes of the condition, and for every fifth rule two of the pattern with each.
    const each = classes * methods;
    expect(found.flatMap(({ witnesses }) => witnesses)).toHaveLength(4 * each + (4 * each) / 5);
  });
});
