import type { Intent } from '../model/step.ts';
import type { LocalHandle, RecordValue } from '../model/value.ts';
import { mapMessage, nullHandle } from '../kernel/carried.ts';
import { rights } from '../kernel/rights.ts';
import type { Held } from './held-handles.ts';
import { lentWith } from './rights-tested.ts';
import type { RightsTested } from './rights-tested.ts';

/** What carries a message. */
export type Said = Extract<Intent, { readonly message: RecordValue }>;

type Choice = LocalHandle | typeof nullHandle;

/** Handles of one message that are varied together; of more each alone. */
export const mostTogether = 2;

/** How many places for handles a message has. */
export const placesIn = (message: RecordValue): number => {
  let count = 0;
  mapMessage(message, (handle) => {
    count += 1;
    return handle;
  });
  return count;
};

const product = (places: number, choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  Array.from({ length: places }).reduce<readonly (readonly Choice[])[]>(
    (rows) => rows.flatMap((row) => choices.map((one) => [...row, one])),
    [[]],
  );

const oneAtATime = (places: number, choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  Array.from({ length: places }, (_, place) =>
    choices.map((one) =>
      Array.from({ length: places }, (__, other) => (other === place ? one : nullHandle)),
    ),
  ).flat();

/**
 * The same intent with handles that are held in the places of those that name nothing: every one, with whatever rights
 * may matter. Left out are those that the kernel refuses whatever the state: what goes to a process has to be
 * good for it.
 */
export const puttingHandles = (
  said: Said,
  tested: RightsTested,
  held: readonly Held[],
): readonly Intent[] => {
  const good =
    said.kind === 'querySecurity'
      ? held
      : held.filter((one) => (one.rights & rights.transfer) !== 0);
  const handles = good.flatMap(({ number, rights: has }) =>
    lentWith(has, tested).map((lent): LocalHandle => ({
      kind: 'localHandle',
      number,
      rights: lent,
    })),
  );
  const places = placesIn(said.message);
  const rows =
    places <= mostTogether
      ? product(places, [nullHandle, ...handles])
      : oneAtATime(places, handles);
  return rows
    .filter((row) => row.some(({ kind }) => kind === 'localHandle'))
    .map((row) => {
      let place = 0;
      const message = mapMessage(said.message, () => row[place++] ?? nullHandle);
      return { ...said, message };
    });
};
