import { exampleFiles } from '../examples/embedded.ts';
import { catalogue } from '../kss/catalogue.ts';
import { at } from '../model/defect.ts';
import { handleId, processId } from '../model/ids.ts';
import type { Program } from '../model/running.ts';
import type { Intent } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';

/** The example of the level crossing. */
export const crossing = (): Solution => {
  const files = exampleFiles.get('railway-crossing') ?? new Map<string, string>();
  const { solution } = load({ name: 'railway-crossing', files }, catalogue);
  if (solution === undefined) throw new Error('it does not load');
  return solution;
};

export const message = (fields: Readonly<Record<string, Value>>): RecordValue =>
  record(Object.entries(fields));

export const call = (
  handle: number,
  endpoint: string,
  method: string,
  given = emptyMessage,
): Intent => ({
  kind: 'call',
  handle: handleId(handle),
  endpoint,
  method,
  message: given,
});

/** What the gateway tries, in turn: what it may, what it may not, and what is not there. */
export const attempts: readonly Intent[] = [
  call(1, 'mech.position.read', 'Read'),
  call(1, 'mech.motor.drive', 'Command', message({ action: 1n })),
  call(2, 'supervision', 'Report'),
  call(2, 'supervision', 'Hold', message({ operator: 1n, sections: [0n] })),
  call(3, 'journal', 'Write', message({ entry: message({ level: 0n, text: 'seen' }) })),
  call(3, 'journal', 'Write', message({ entry: message({ level: 2n, text: 'alarm' }) })),
  call(1, 'mech.position.read', 'Nothing'),
  call(0, 'time.Time', 'GetTime'),
  call(9, 'supervision', 'Report'),
];

/** Tries these in turn, over and over. */
export const gateway = (tried: readonly Intent[]): Program<number> => ({
  initial: 0,
  choose: (turn) => [at(tried, turn)],
  observe: (turn) => (turn + 1) % tried.length,
  encode: (turn, writer) => {
    writer.word(turn);
  },
});

/** A solution with so many processes, each as its first. */
export const crowdOf = (solution: Solution, count: number): Solution => {
  const [one] = solution.processes;
  if (one === undefined) throw new Error('there is no process');
  const processes = Array.from({ length: count }, (_, id) => ({
    ...one,
    id: processId(id),
    name: `p${String(id)}`,
  }));
  return { ...solution, processes };
};
