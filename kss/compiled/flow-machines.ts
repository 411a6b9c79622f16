import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { initialOf, statesOf, targetsOf } from '../models/flow-configuration.ts';
import { flow } from '../models/flow.ts';
import type { FlowState } from '../models/flow.ts';
import type { RunningObject } from '../security-model.ts';
import { makeSidTable } from './sid-table.ts';
import { makeSnapshots } from './snapshots.ts';
import type { UndoLog } from './undo-log.ts';

/** The machines of a Flow: for each SID the number of its state, from 1; 0 where it has none. */
export interface FlowMachines {
  readonly initial: number;
  readonly numberOf: (state: Value | undefined) => number;
  readonly nameOf: (number: number) => string;
  readonly hasEdge: (from: number, to: number) => boolean;
  readonly stateOf: (sid: number) => number;
  readonly move: (sid: number, from: number, to: number) => void;
  readonly snapshot: () => RunningObject;
  readonly restore: (snapshot: RunningObject) => void;
}

/** For each state, by number, which others it has an edge to. */
const edgesOf = (object: PolicyObject, numbers: ReadonlyMap<Value, number>): Uint8Array => {
  const size = numbers.size + 1;
  const edges = new Uint8Array(size * size);
  for (const from of statesOf(object)) {
    for (const to of targetsOf(object, from)) {
      edges[(numbers.get(from) ?? 0) * size + (numbers.get(to) ?? 0)] = 1;
    }
  }
  return edges;
};

export const makeFlowMachines = (log: UndoLog, object: PolicyObject): FlowMachines => {
  const names = ['', ...statesOf(object)];
  const numbers = new Map<Value, number>(
    statesOf(object).map((state, index) => [state, index + 1] as const),
  );
  const edges = edgesOf(object, numbers);
  const machines = makeSidTable();
  const nameOf = (number: number): string => names[number] ?? '';
  const numberOf = (state: Value | undefined): number =>
    state === undefined ? 0 : (numbers.get(state) ?? 0);
  const snapshots = makeSnapshots(flow, object, (): FlowState => {
    const states = new Map<number, string>();
    machines.each((sid, number) => states.set(sid, nameOf(number)));
    return states;
  });
  return {
    initial: numberOf(initialOf(object)),
    numberOf,
    nameOf,
    hasEdge: (from, to) => edges[from * names.length + to] === 1,
    stateOf: machines.get,
    move: (sid, from, to) => {
      const before = snapshots.current();
      machines.set(sid, to);
      snapshots.changed();
      log.note(() => {
        machines.set(sid, from);
        snapshots.changed(before);
      });
    },
    snapshot: snapshots.take,
    restore: (snapshot) => {
      if (snapshot === snapshots.current()) return;
      const states = snapshots.read(snapshot);
      machines.clear();
      for (const [sid, state] of states) machines.set(sid, numberOf(state));
    },
  };
};
