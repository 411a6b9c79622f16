import { namesOf, quoted } from '../expression.ts';
import { upTo } from '../each-operator.ts';
import { firstNumbers } from './prepare.ts';
import { rightNames } from './solution.ts';
import type { NoticeTopology } from './solution.ts';
import { numbersOf } from './system.ts';

const pair = (process: string, number: number): string =>
  `<<${quoted(process)}, ${String(number)}>>`;

/** A function as an expression, of the expressions of its arguments and values. */
const functionOf = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([key, value]) => `${key} :> ${value}`).join(' @@ ');

/** What the tables hold at first, as an expression of the module. */
export const firstHandle = (topology: NoticeTopology): string => {
  const { processes, lent } = topology;
  const [maker = ''] = processes;
  const placeOf = (what: keyof typeof firstNumbers): string => pair(maker, firstNumbers[what]);
  const entry = (what: keyof typeof firstNumbers, rights: string, mark: string): string =>
    `Entry(${placeOf(what)}, ${rights}, ${mark})`;
  const held = (process: string): readonly string[] => [
    ...(process === maker
      ? (['badge', 'object'] as const).map((what) => entry(what, namesOf(rightNames), 'None'))
      : []),
    ...lent
      .filter(({ to }) => to === process)
      .map(({ what, rights }) =>
        entry(what, namesOf(rights), what === 'object' ? placeOf('badge') : 'None'),
      ),
  ];
  return functionOf(
    processes.flatMap((process) =>
      upTo(numbersOf(topology, process)).map(
        (number) => [pair(process, number), held(process)[number - 1] ?? 'Free'] as const,
      ),
    ),
  );
};

/** What there is at first, as an expression of the module. */
export const firstMade = ({ processes, resources }: NoticeTopology): string => {
  const [maker] = processes;
  const kindOf = (process: string, place: number): string => {
    const found = (['badge', 'object'] as const).find((what) => firstNumbers[what] === place);
    return process === maker && found !== undefined ? `[kind |-> ${quoted(found)}]` : 'Gone';
  };
  return functionOf(
    processes.flatMap((process) =>
      upTo(resources).map((place) => [pair(process, place), kindOf(process, place)] as const),
    ),
  );
};
