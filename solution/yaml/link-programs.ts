import type { ProcessId } from '../../model/ids.ts';
import { deviceFeatures } from '../automaton.ts';
import type { Automaton, AutomatonState, AutomatonStep, Branch } from '../automaton.ts';
import { deviceReadsOf } from '../device-reads.ts';
import { check, infer } from '../link/check-expression.ts';
import { booleanType } from '../link/types.ts';
import { hintNearest } from '../nearest.ts';
import type { Channel } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import { declaredHere } from '../twice.ts';
import type { YamlCode } from './codes.ts';
import type { Known } from './link-objectives.ts';
import { checkAccessBranch, loadedShape } from './check-access.ts';
import { checkStep, findMethod, methodNames, methodsOf } from './link-step.ts';
import { complain, environmentFor, shapeOf, told } from './program-scope.ts';
import type { Keep, Linking, Shapes } from './program-scope.ts';
import type { ProgramText } from './programs.ts';

/** The messages that a branch can see: those of the calls of its state, or of the method served. */
const messagesOf = (
  linking: Linking,
  steps: readonly AutomatonStep[],
  { on, of }: Branch,
): Shapes => {
  const own = linking.known.classes.get(linking.process.className);
  if (on === 'request') {
    const method = of === undefined ? undefined : findMethod(own, of.endpoint, of.method);
    return method === undefined ? 'unknown' : [shapeOf(method, on)];
  }
  if (on === 'loaded') return [loadedShape];
  if (on !== 'response' && on !== 'error') return 'unknown';
  const methods = steps.flatMap((step) => (step.kind === 'call' ? methodsOf(linking, step) : []));
  const messages = methods.map((method) => shapeOf(method, on));
  return messages.length === 0 ? 'unknown' : messages;
};

const checkBranch = (linking: Linking, state: AutomatonState, branch: Branch): void => {
  const { do: steps } = state;
  checkAccessBranch(linking, state, branch);
  const { when, of, keep, at } = branch;
  const own = linking.known.classes.get(linking.process.className);
  if (of !== undefined && findMethod(own, of.endpoint, of.method) === undefined) {
    const name = `${of.endpoint}.${of.method}`;
    const message = `class ${linking.process.className} has no "${name}" to be asked for`;
    complain(linking, 'PRG-003', at, message, hintNearest(name, methodNames(own)));
  }
  told(linking, 'PRG-004', (report) => {
    const environment = environmentFor(linking, report, messagesOf(linking, steps, branch));
    if (when !== undefined) check(when, booleanType, environment);
    for (const { value } of keep) infer(value, environment);
  });
};

const linkOne = (text: ProgramText, linking: Linking): Automaton => {
  for (const state of text.states.values()) {
    for (const step of state.do) checkStep(linking, step);
    for (const branch of state.on) checkBranch(linking, state, branch);
  }
  for (const { feature, at } of deviceReadsOf(text)) {
    if (feature !== undefined || text.devices.length === 0) continue;
    const message = `of a device one thing is read at a time: ${deviceFeatures.join(', ')}`;
    complain(linking, 'PRG-003', at, message);
  }
  const { initial, states, at } = text;
  const devices = text.devices.flatMap(({ role, ...device }) =>
    role === undefined ? [] : [{ ...device, role }],
  );
  return { process: linking.process.id, initial: initial.text, states, devices, at };
};

/** The names under which branches of a program keep something. */
const keptBy = ({ states }: ProgramText): readonly string[] =>
  [...states.values()].flatMap(({ on }) => on.flatMap(({ keep }) => keep.map(({ name }) => name)));

/** Looks up what programs, or contracts, name; a process has one of each at most. */
export const linkPrograms = (
  what: 'program' | 'contract',
  texts: readonly ProgramText[],
  known: Known,
  channels: readonly Channel[],
  keep: Keep,
): ReadonlyMap<ProcessId, Automaton> => {
  const automata = new Map<ProcessId, Automaton>();
  const firsts = new Map<ProcessId, Name>();
  for (const text of texts) {
    const { text: name, at } = text.process;
    // A process that is not named was told of where the file was read.
    if (name === '') continue;
    const process = known.processes.find((one) => one.name === name);
    const code: YamlCode = 'PRG-001';
    if (process === undefined) {
      const hint = hintNearest(name, known.processes.map((one) => one.name)); // prettier-ignore
      keep([{ code, severity: 'error', at, message: `there is no process "${name}"`, ...hint }]);
    } else if (automata.has(process.id)) {
      const related = [declaredHere(firsts.get(process.id)?.at ?? at)];
      keep([{ code, severity: 'error', at, message: `"${name}" has a ${what} already`, related }]);
    } else {
      firsts.set(process.id, text.process);
      automata.set(
        process.id,
        linkOne(text, {
          known,
          channels,
          process,
          kept: keptBy(text),
          devices: text.devices,
          keep,
        }),
      );
    }
  }
  return automata;
};
