import type { MessageType } from '../../solution/data-type.ts';
import type { Solution } from '../../solution/solution.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { BindingIndex } from './binding-index.ts';
import type { MakeSlot } from './dispatch.ts';
import { compileExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { compileProgram } from './program.ts';
import { makeRecorder } from './recorder.ts';
import { fillRegistersOf } from './registers.ts';
import type { FillRegisters } from './registers.ts';
import type { Scope } from './scope.ts';
import type { AnyStore } from './stores.ts';
import type { UndoLog } from './undo-log.ts';
import { makeKeeping } from './verdicts.ts';
import type { Keeping } from './verdicts.ts';

/** What the slots of one session share. */
export interface Workshop {
  readonly solution: Solution;
  readonly bindings: BindingIndex;
  readonly options: EngineOptions;
  readonly frame: Frame;
  readonly log: UndoLog;
  readonly stores: ReadonlyMap<string, AnyStore>;
}

/** The scope of the calls of a slot that stand under one audit profile. */
const makeScope = (
  { solution, options, frame, log, stores }: Workshop,
  keeping: Keeping,
  type: MessageType,
  destination: Scope['destination'],
  profileName: string,
): Scope => {
  const profile = solution.policy.profiles.find(({ name }) => name.text === profileName);
  const scope: Scope = {
    frame,
    stores,
    options,
    keeping,
    type,
    destination,
    compile: (expression) => compileExpression(scope, expression),
    recorderOf: (object) => makeRecorder(frame, stores.get(object), profile, object),
    noteLevel: () => {
      const { level } = frame;
      log.note(() => {
        frame.level = level;
      });
    },
  };
  return scope;
};

/** Methods are called by many: their messages are looked at once. */
const makeFills = (): ((type: MessageType) => FillRegisters) => {
  const fills = new Map<MessageType['parameters'], FillRegisters>();
  return (type) => {
    if (type.open) return fillRegistersOf(type);
    const fill = fills.get(type.parameters) ?? fillRegistersOf(type);
    fills.set(type.parameters, fill);
    return fill;
  };
};

/** Makes the slots of a session: the rules that cover each, compiled for its message. */
export const makeSlotCompiler = (workshop: Workshop): MakeSlot => {
  const { policy } = workshop.solution;
  const objects = new Map(policy.objects.map((object) => [object.name.text, object]));
  const fillOf = makeFills();
  const keeping = makeKeeping();
  return (key) => {
    const destination = key.event === 'security' ? 'absent' : 'there';
    const source = {
      key,
      scopeOf: (profile: string) => makeScope(workshop, keeping, key.type, destination, profile),
      objects,
      options: workshop.options,
      profile: policy.auditDefault.profile,
      numbering: { next: 1 },
    };
    const { run, constant } = compileProgram(source, workshop.bindings.covering(key));
    return { key, fill: fillOf(key.type), run, constant };
  };
};
