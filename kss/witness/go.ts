import type { Row } from './assign.ts';
import type { Outcome } from './outcome.ts';
import type { Decided } from './search.ts';

/** What has been found so far. */
interface Seen {
  readonly size: number;
  readonly has: (number: number, outcome: Outcome) => boolean;
}

/** Ways that are gone for one witness: where atoms are in doubt, many lead to the same. */
const waysForOne = 4;

/** Ways that are gone for one outcome that no witness has shown yet. */
const mostRetries = 16;

/** Goes the ways that rows lead; `onEnd` says whether to go on. */
export type Go = (rows: readonly (readonly Row[])[], onEnd: () => 'on' | 'stop') => void;

/** Looks for a witness of each outcome of each atom that the first ones did not show. */
export const coverOutcomes = ({ tables, componentOf }: Decided, found: Seen, go: Go): void => {
  for (const [number, component] of componentOf) {
    for (const outcome of ['true', 'false', 'failed'] as const) {
      if (found.has(number, outcome)) continue;
      const rows = tables.map((table, index) =>
        index === component
          ? table.rows.filter((row) => row.outcomes.get(number) === outcome)
          : table.rows,
      );
      if (rows[component]?.length === 0) continue;
      let tries = 0;
      go(rows, () => {
        tries += 1;
        return found.has(number, outcome) || tries >= mostRetries ? 'stop' : 'on';
      });
    }
  }
};

/** Goes all ways, unless there are too many. */
export const goAll = ({ tables }: Decided, found: Seen, most: number, go: Go): 'all' | 'some' => {
  let ways = 0;
  let gone: 'all' | 'some' = 'all';
  go(
    tables.map(({ rows }) => rows),
    () => {
      ways += 1;
      if (found.size < most && ways < most * waysForOne) return 'on';
      gone = 'some';
      return 'stop';
    },
  );
  return gone;
};
