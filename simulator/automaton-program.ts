import { byText } from '../model/by-text.ts';
import { Defect } from '../model/defect.ts';
import type { Program } from '../model/running.ts';
import type { Intent, Outcome } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { writeValue } from '../model/write-value.ts';
import { evaluate } from '../kss/evaluate.ts';
import { isAccessStep, isReading } from '../solution/automaton.ts';
import type { Automaton, AutomatonState, AutomatonStep, Branch } from '../solution/automaton.ts';
import { expressionsOfStep } from '../solution/automaton-expressions.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { accessOf } from './automaton-access.ts';
import { environmentOf, findMessage, ownHandles } from './automaton-values.ts';
import type { Seen } from './automaton-values.ts';
import { deviceValues } from './device-features.ts';
import type { FindDevice } from './device-features.ts';
import { standInDevices } from './machine-devices.ts';

/** Where an automaton is, what it received last, if its state's steps use it, and what it has kept. */
export interface AutomatonLocal {
  readonly state: string;
  readonly message: RecordValue;
  readonly kept: RecordValue;
}

const usesMessage = (expression: Expression): boolean =>
  (expression.kind === 'variable' && expression.name === 'message') ||
  subExpressions(expression).some(usesMessage);

/** What came of a step, in the words of branches, and the message that came with it. */
interface Came {
  readonly kind: Branch['on'];
  readonly of: string;
  readonly message: RecordValue;
}

/** A word was loaded, or stored: a state whose branches ask for one of the two does not do the other. */
const accessedIn = ({ do: steps }: AutomatonState, value: number): Came =>
  steps.some(isReading)
    ? { kind: 'loaded', of: '', message: record([['value', BigInt(value)]]) }
    : { kind: 'stored', of: '', message: emptyMessage };

const seenAs = (state: AutomatonState, outcome: Outcome): Came => {
  if (outcome.kind !== 'done') {
    const kind = outcome.kind === 'blocked' || outcome.kind === 'faulted' ? 'any' : outcome.kind;
    return { kind, of: '', message: emptyMessage };
  }
  const { result } = outcome;
  switch (result.kind) {
    case 'answered':
      return { kind: result.as, of: '', message: result.message };
    case 'received':
      return {
        kind: 'request',
        of: `${result.endpoint}.${result.method}`,
        message: result.message,
      };
    case 'replied':
      return { kind: 'replied', of: '', message: emptyMessage };
    case 'accessed':
      return accessedIn(state, result.value);
    case 'permitted':
    case 'invalidated':
    case 'raised':
    case 'ticked':
    case 'ended':
      return { kind: 'any', of: '', message: emptyMessage };
  }
};

const fits = ({ on, of, when }: Branch, came: Came, seen: Seen): boolean => {
  if (on !== 'any' && on !== came.kind) return false;
  if (of !== undefined && `${of.endpoint}.${of.method}` !== came.of) return false;
  if (when === undefined) return true;
  const holds = evaluate(when, environmentOf(seen));
  return holds.kind === 'value' && holds.value === true;
};

/** What is kept from a branch on. A value that cannot be read is not kept. */
const keeping = ({ keep }: Branch, seen: Seen): RecordValue => {
  if (keep.length === 0) return seen.kept;
  const environment = environmentOf(seen);
  const kept = new Map(seen.kept.fields);
  for (const { name, value } of keep) {
    const found = evaluate(value, environment);
    if (found.kind === 'value') kept.set(name, found.value);
    else kept.delete(name);
  }
  return record([...kept].sort(([left], [right]) => byText(left, right)));
};

const stateOf = ({ states }: Automaton, name: string): AutomatonState => {
  const state = states.get(name);
  if (state === undefined) throw new Defect(`an automaton has no state ${name}`);
  return state;
};

/** What is remembered on entering a state: the message only where a step uses it. */
const entering = (
  automaton: Automaton,
  name: string,
  { message, kept }: Omit<AutomatonLocal, 'state'>,
): AutomatonLocal => {
  const { do: steps } = stateOf(automaton, name);
  const remembers = steps.flatMap(expressionsOfStep).some(usesMessage);
  return { state: name, message: remembers ? message : emptyMessage, kept };
};

/**
 * How an automaton is performed.
 *
 * Shape: `devices` are those of the machine; the stand-ins of the abstract one, if nothing is said.
 */
export interface Performing {
  readonly unread?: 'goes empty' | 'is left out';
  readonly devices?: FindDevice;
}

/**
 * An automaton of programs.yaml as a program.
 *
 * Shape:  a step whose message cannot be evaluated goes empty, with the defaults of its parameters, or is left
 *         out: a promise that says nothing allows nothing. An access goes to address 0, or to port 0.
 * Source: spec/formats/programs.md.
 */
export const automatonProgram = (
  solution: Solution,
  automaton: Automaton,
  { unread = 'goes empty', devices: findDevice = standInDevices(solution) }: Performing = {},
): Program<AutomatonLocal> => {
  const { find, listener } = ownHandles(solution, automaton);
  const devices = deviceValues(automaton, findDevice);
  const nothing = unread === 'goes empty' ? emptyMessage : undefined;
  const findIntent = (
    step: AutomatonStep,
    { message, kept }: AutomatonLocal,
  ): Intent | undefined => {
    if (step.kind === 'recv') return { kind: 'recv' };
    const expression = isAccessStep(step) ? step.operands : step.message;
    const given = findMessage(expression, { message, kept, listener, devices }) ?? nothing;
    if (given === undefined) return undefined;
    if (isAccessStep(step)) return accessOf(step, given);
    if (step.kind === 'reply') return { kind: 'reply', as: step.as, message: given };
    const { over, endpoint, method } = step;
    const handle = find(over, kept);
    if (handle === undefined) throw new Defect(`no connection ${over.name}`);
    return { kind: 'call', handle, endpoint, method, message: given };
  };
  return {
    initial: entering(automaton, automaton.initial, { message: emptyMessage, kept: emptyMessage }),
    choose: (local) =>
      stateOf(automaton, local.state).do.flatMap((step) => findIntent(step, local) ?? []),
    observe: (local, outcome) => {
      const state = stateOf(automaton, local.state);
      const came = seenAs(state, outcome);
      const seen: Seen = { message: came.message, kept: local.kept, listener, devices };
      const branch = state.on.find((one) => fits(one, came, seen));
      if (branch === undefined) return local;
      const kept = keeping(branch, seen);
      return entering(automaton, branch.next, { message: came.message, kept });
    },
    encode: ({ state, message, kept }, writer) => {
      writer.text(state);
      writeValue(message, writer);
      writeValue(kept, writer);
    },
  };
};
