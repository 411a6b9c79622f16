import { Defect } from '../model/defect.ts';
import type { Sid } from '../model/ids.ts';
import { bytesBy } from '../model/writer.ts';
import type { Writer } from '../model/writer.ts';
import type { Solution } from '../solution/solution.ts';
import { findModel, standardOptions } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import type { RunningObject } from './security-model.ts';

/** What the engine remembers: the state of each policy object, and the audit level. */
export interface Context {
  readonly objects: ReadonlyMap<string, RunningObject>;
  readonly level: number;
}

/**
 * The context before any event.
 *
 * Throws: `Defect`, if an object's model is none of the options'.
 */
export const initialContext = (
  { policy }: Solution,
  options: EngineOptions = standardOptions,
): Context => ({
  objects: new Map(
    policy.objects.map((object) => {
      const model = findModel(options, object.model.text);
      if (model === undefined) throw new Defect(`no security model ${object.model.text}`);
      return [object.name.text, model.start(object)];
    }),
  ),
  level: policy.auditDefault.level,
});

export const withObject = (context: Context, name: string, object: RunningObject): Context => ({
  objects: new Map(context.objects).set(name, object),
  level: context.level,
});

export const withLevel = (context: Context, level: number): Context =>
  level === context.level ? context : { objects: context.objects, level };

/** Drops what every object holds for a SID (C-63). */
export const releaseSid = (context: Context, sid: Sid): Context => {
  let next = context;
  for (const [name, object] of context.objects) {
    const released = object.release(sid);
    if (released !== object) next = withObject(next, name, released);
  }
  return next;
};

export const encodeContext = ({ objects, level }: Context, writer: Writer): void => {
  writer.word(level);
  for (const object of objects.values()) object.encode(writer);
};

export const describeContext = ({ objects, level }: Context): unknown => ({
  level,
  objects: Object.fromEntries(
    [...objects].flatMap(([name, object]) => {
      const state = object.describe();
      return state === null ? [] : [[name, state] as const];
    }),
  ),
});

/** The bytes that tell the states of some objects apart. */
export const stateKey = ({ objects }: Context, names: Iterable<string>): string =>
  bytesBy((writer) => {
    for (const name of names) objects.get(name)?.encode(writer);
  });
