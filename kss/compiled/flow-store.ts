import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { flowReasons } from '../models/flow.ts';
import { yielded } from '../security-model.ts';
import { fieldOf, findSid, isList } from '../values.ts';
import { makeFlowMachines } from './flow-machines.ts';
import type { FlowMachines } from './flow-machines.ts';
import type { Frame } from './frame.ts';
import { denied, failed, outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Store } from './store.ts';
import type { UndoLog } from './undo-log.ts';

/** A Flow's methods by SID, and by the number of a state; 0 is an SID out of range, or no state. */
interface FlowMethods {
  readonly numberOf: (state: Value | undefined) => number;
  readonly init: (sid: number) => Outcome;
  readonly fini: (sid: number) => Outcome;
  readonly enter: (sid: number, target: number) => Outcome;
  readonly allow: (sid: number, states: Value | undefined) => Outcome;
  readonly query: (sid: number) => string | undefined;
}

export interface FlowStore extends Store, FlowMethods {
  readonly kind: 'flow';
}

const methodsOf = (frame: Frame, machines: FlowMachines): FlowMethods => {
  const { stateOf, nameOf, numberOf } = machines;
  const move = (sid: number, from: number, to: number): Outcome => {
    machines.move(sid, from, to);
    return outcomes.granted;
  };
  const unbound = (sid: number): Outcome =>
    denied(frame, sid === 0 ? flowReasons.noSid : flowReasons.unbound(sid));
  return {
    numberOf,
    init: (sid) => {
      if (sid === 0) return denied(frame, flowReasons.noSid);
      return stateOf(sid) === 0
        ? move(sid, 0, machines.initial)
        : denied(frame, flowReasons.bound(sid));
    },
    fini: (sid) => {
      const current = stateOf(sid);
      return current === 0 ? unbound(sid) : move(sid, current, 0);
    },
    enter: (sid, target) => {
      const current = stateOf(sid);
      if (current === 0) return unbound(sid);
      if (target === 0) return failed(frame, flowReasons.strangeTarget);
      return machines.hasEdge(current, target)
        ? move(sid, current, target)
        : denied(frame, flowReasons.noEdge(nameOf(current), nameOf(target)));
    },
    allow: (sid, states) => {
      const current = stateOf(sid);
      if (current === 0) return unbound(sid);
      if (states === undefined || !isList(states)) return failed(frame, flowReasons.noList);
      if (states.some((one) => numberOf(one) === 0)) {
        return failed(frame, flowReasons.strangeListed);
      }
      const name = nameOf(current);
      return states.includes(name) ? outcomes.granted : denied(frame, flowReasons.notListed(name));
    },
    query: (sid) => {
      const current = stateOf(sid);
      if (current !== 0) return nameOf(current);
      frame.why = flowReasons.noState;
      return undefined;
    },
  };
};

const sidIn = (argument: Value): number => findSid(fieldOf(argument, 'sid')) ?? 0;

export const makeFlowStore = (frame: Frame, log: UndoLog, object: PolicyObject): FlowStore => {
  const machines = makeFlowMachines(log, object);
  const methods = methodsOf(frame, machines);
  const { numberOf, init, fini, enter, allow, query } = methods;
  const { stateOf, nameOf, snapshot, restore } = machines;
  return {
    kind: 'flow',
    ...methods,
    rule: (method, argument) => {
      const sid = sidIn(argument);
      if (method === 'init') return init(sid);
      if (method === 'fini') return fini(sid);
      return method === 'enter'
        ? enter(sid, numberOf(fieldOf(argument, 'state')))
        : allow(sid, fieldOf(argument, 'states'));
    },
    expression: (_method, argument) => query(sidIn(argument)),
    fitsCase: (_method, value, when) => yielded(value === when),
    omits: ({ argument }, { values }) => {
      const current = argument === undefined ? 0 : stateOf(sidIn(argument));
      return current !== 0 && values.includes(nameOf(current));
    },
    release: (sid) => {
      const current = stateOf(sid);
      if (current !== 0) machines.move(sid, current, 0);
    },
    snapshot,
    restore,
  };
};
