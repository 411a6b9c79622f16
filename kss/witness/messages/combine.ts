import { Defect } from '../../../model/defect.ts';
import type { RecordValue } from '../../../model/value.ts';
import type { Row, Table } from '../assign.ts';
import { messageOf } from '../message-of.ts';
import { outcomeOf } from '../outcome.ts';
import type { Asked } from './course.ts';

type Tables = readonly Table[];

/** Most messages of one slot; more is reported as unknown. */
export const mostMessages = 256;

const product = (tables: Tables): readonly (readonly Row[])[] =>
  tables.reduce<readonly (readonly Row[])[]>(
    (all, { rows }) => all.flatMap((one) => rows.map((row) => [...one, row])),
    [[]],
  );

/** Every row of every table, each with the first of the others. */
const oneAtATime = (tables: Tables): readonly (readonly Row[])[] => {
  const first = tables.flatMap(({ rows: [row] }) => row ?? []);
  return [
    first,
    ...tables.flatMap(({ rows }, index) =>
      rows.slice(1).map((row) => first.map((old, place) => (place === index ? row : old))),
    ),
  ];
};

/** Rows of all tables put together: all combinations, unless they are too many. */
export const combined = (tables: Tables, { slot, policy, unknowns }: Asked) => {
  const count = tables.reduce((size, { rows }) => size * rows.length, 1);
  if (count <= mostMessages) return product(tables);
  const [atom] = policy.program.atoms;
  if (atom !== undefined) {
    const why = `there are more than ${String(mostMessages)} assignments; each outcome of each atom is there`;
    unknowns.add({ at: atom.at, what: slot.id, why });
  }
  return oneAtATime(tables);
};

/** The message of rows; what a table said must be what the engine says. */
export const confirmed = (
  rows: readonly Row[],
  { policy, type, atoms, fixed }: Asked,
): RecordValue => {
  const chosen = new Map([...rows.flatMap((row) => [...row.chosen]), ...fixed]);
  const message = messageOf(type, chosen);
  for (const { outcomes } of rows) {
    for (const [number, said] of outcomes) {
      const atom = atoms[number];
      if (atom === undefined) continue;
      const seen = outcomeOf(atom, { ...policy.resolved, message }, policy.context);
      if (seen !== said) throw new Defect(`${atom.text} was to be ${said}, and is ${seen}`);
    }
  }
  return message;
};
