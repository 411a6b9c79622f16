import * as fc from 'fast-check';
import { Defect } from '../../model/defect.ts';
import { formatSpan } from '../../model/span.ts';
import type { ModelCatalogue } from '../../solution/catalogue.ts';
import { load } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { policyText } from './policy.ts';

/** Interfaces that generated classes are made of: a constant part, a text, a sequence, an error. */
const interfaces = {
  'g/Meter.idl': `package g.Meter
interface {
    Read(in UInt8 x, out UInt8 y);
    Write(in UInt8 x, in string<4> s, out UInt8 y, error UInt8 code);
}
`,
  'g/Store.idl': `package g.Store
interface {
    Put(in sequence<UInt8, 2> items);
    Get(in UInt8 x, out string<4> s);
    Give(in Handle gift, out Handle back);
}
`,
};

/** Every class has both interfaces, so that any process may serve any other. */
const classFile = (name: string): string => `entity ${name}
endpoints {
    meter : g.Meter
    store : g.Store
}
`;

/** The classes of generated solutions, in the order of their use. */
export const classNames = ['g.A', 'g.B', 'g.C', 'g.D'] as const;

/** The files of the interfaces, and of the classes. */
export const interfaceFiles: readonly (readonly [string, string])[] = Object.entries(interfaces);
export const classFiles: readonly (readonly [string, string])[] = [
  ...classNames.map((name): [string, string] => [
    `${name.replaceAll('.', '/')}.edl`,
    classFile(name),
  ]),
  // Of a class of which a declaration is missing no image is taken (LBL-1).
  ['g/Partial.edl', 'entity g.Partial\nendpoints { lost : g.Lost }\n'],
];

const processName = (index: number): string => `p${String(index)}`;

const initText = (
  classes: readonly string[],
  links: readonly (readonly [number, number])[],
): string => {
  const entries = classes.map((name, client) => {
    const targets = links.filter(([from]) => from === client).map(([, to]) => processName(to));
    const connections = targets.map((to) => `  - target: ${to}\n    id: to-${to}\n`);
    const list = connections.length === 0 ? '' : `  connections:\n${connections.join('')}`;
    return `- name: ${name}\n  task: ${processName(client)}\n${list}`;
  });
  return `entities:\n${entries.join('')}`;
};

/** Directed pairs of distinct processes, each at most once. */
const linksAmong = (count: number): fc.Arbitrary<readonly (readonly [number, number])[]> => {
  const pairs = Array.from({ length: count }, (_, from) =>
    Array.from({ length: count }, (__, to) => [from, to] as const),
  )
    .flat()
    .filter(([from, to]) => from !== to);
  return fc.subarray(pairs, { minLength: 1 });
};

/** The files of a small solution of two to four processes under a random policy. */
export const solutionFiles: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    fc.record({
      classes: fc.array(fc.constantFrom(...classNames), { minLength: count, maxLength: count }),
      links: linksAmong(count),
      policy: policyText,
    }),
  )
  .map(
    ({ classes, links, policy }) =>
      new Map([
        ...interfaceFiles,
        ...classFiles,
        ['security.psl', policy],
        ['init.yaml', initText(classes, links)],
      ]),
  );

/**
 * The solution of generated files.
 *
 * Throws: `Defect`, if they do not load: every generated solution is right.
 */
export const loadGenerated = (
  files: ReadonlyMap<string, string>,
  catalogue: ModelCatalogue,
): Solution => {
  const { solution, diagnostics } = load({ name: 'generated', files }, catalogue);
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault !== undefined) {
    throw new Defect(
      `a generated solution: ${formatSpan(fault.at)} ${fault.code} ${fault.message}`,
    );
  }
  if (solution === undefined) throw new Defect('a generated solution did not load');
  return solution;
};
