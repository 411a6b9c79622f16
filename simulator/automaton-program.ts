import { byText } from '../model/by-text.ts';
import { Defect } from '../model/defect.ts';
import { handleId } from '../model/ids.ts';
import type { HandleId } from '../model/ids.ts';
import type { Program } from '../model/running.ts';
import type { Intent, Outcome } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import { writeValue } from '../model/write-value.ts';
import { evaluate, plainEnvironment } from '../kss/evaluate.ts';
import type { Environment } from '../kss/evaluate.ts';
import { isRecord } from '../kss/values.ts';
import { kernelConnection } from '../solution/automaton.ts';
import type { Automaton, AutomatonState, AutomatonStep, Branch } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/** Where an automaton is, what it received last, if its state's steps use it, and what it has kept. */
interface Local {
  readonly state: string;
  readonly message: RecordValue;
  readonly kept: RecordValue;
}

/** What expressions see: the message, and what was kept. */
type Seen = Pick<Local, 'message' | 'kept'>;

const environmentOf = ({ message, kept }: Seen): Environment =>
  plainEnvironment(
    new Map<string, Value>([
      ['message', message],
      ['kept', kept],
    ]),
  );

const usesMessage = (expression: Expression): boolean =>
  (expression.kind === 'variable' && expression.name === 'message') ||
  subExpressions(expression).some(usesMessage);

const evaluateMessage = (expression: Expression, seen: Seen): RecordValue => {
  const value = evaluate(expression, environmentOf(seen));
  return value.kind === 'value' && isRecord(value.value) ? value.value : emptyMessage;
};

const nothingSeen: Seen = { message: emptyMessage, kept: emptyMessage };

/** What came of a step, in the words of branches, and the message that came with it. */
const seenAs = (
  outcome: Outcome,
): { readonly kind: Branch['on']; readonly of: string; readonly message: RecordValue } => {
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
    case 'permitted':
    case 'ticked':
    case 'ended':
      return { kind: 'any', of: '', message: emptyMessage };
  }
};

const fits = (
  { on, of, when }: Branch,
  seen: ReturnType<typeof seenAs>,
  kept: RecordValue,
): boolean => {
  if (on !== 'any' && on !== seen.kind) return false;
  if (of !== undefined && `${of.endpoint}.${of.method}` !== seen.of) return false;
  if (when === undefined) return true;
  const holds = evaluate(when, environmentOf({ message: seen.message, kept }));
  return holds.kind === 'value' && holds.value === true;
};

/** The handle of each connection: those of boot, the kernel's first. */
const handlesOf = (solution: Solution, { process }: Automaton): ReadonlyMap<string, HandleId> =>
  new Map([
    [kernelConnection, handleId(0)],
    ...solution.channels
      .filter(({ client }) => client === process)
      .map(({ name }, index) => [name, handleId(index + 1)] as const),
  ]);

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
const entering = (automaton: Automaton, name: string, { message, kept }: Seen): Local => {
  const { do: steps } = stateOf(automaton, name);
  const remembers = steps.some((step) => step.kind !== 'recv' && usesMessage(step.message));
  return { state: name, message: remembers ? message : emptyMessage, kept };
};

/**
 * An automaton of programs.yaml as a program.
 *
 * Source: spec/formats/programs.md.
 */
export const automatonProgram = (solution: Solution, automaton: Automaton): Program<Local> => {
  const handles = handlesOf(solution, automaton);
  const intentOf = (step: AutomatonStep, local: Local): Intent => {
    if (step.kind === 'recv') return step;
    const given = evaluateMessage(step.message, local);
    if (step.kind === 'reply') return { kind: 'reply', as: step.as, message: given };
    const { connection, endpoint, method } = step;
    const handle = handles.get(connection);
    if (handle === undefined) throw new Defect(`no connection ${connection}`);
    return { kind: 'call', handle, endpoint, method, message: given };
  };
  return {
    initial: entering(automaton, automaton.initial, nothingSeen),
    choose: (local) =>
      stateOf(automaton, local.state).do.map((step): Intent => {
        const intent = intentOf(step, local);
        return intent.kind === 'recv' ? { kind: 'recv' } : intent;
      }),
    observe: (local, outcome) => {
      const seen = seenAs(outcome);
      const { on } = stateOf(automaton, local.state);
      const branch = on.find((one) => fits(one, seen, local.kept));
      if (branch === undefined) return local;
      const kept = keeping(branch, { message: seen.message, kept: local.kept });
      return entering(automaton, branch.next, { message: seen.message, kept });
    },
    encode: ({ state, message, kept }, writer) => {
      writer.text(state);
      writeValue(message, writer);
      writeValue(kept, writer);
    },
  };
};
