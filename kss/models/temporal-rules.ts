import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, Yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { formulaOf, stepped, temporalReasons, ticksOf } from './temporal-arguments.ts';
import type { No } from './temporal-arguments.ts';
import { temporalOf } from './temporal-configuration.ts';
import type { TemporalConfiguration } from './temporal-configuration.ts';
import { afterTicks, emptyMemory, holdsNow } from './temporal-memory.ts';
import type { Memory } from './temporal-memory.ts';

/** What is kept of the history of each SID that has one. */
export type Histories = ReadonlyMap<number, Memory>;

interface Kept {
  readonly kind: 'kept';
  readonly sid: number;
  readonly memory: Memory;
}

export const withHistory = (
  histories: Histories,
  sid: number,
  memory: Memory | undefined,
): Histories => {
  const next = new Map(histories);
  if (memory === undefined) next.delete(sid);
  else next.set(sid, memory);
  return next;
};

const find = (histories: Histories, argument: Value): Kept | No => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(temporalReasons.noSid);
  const memory = histories.get(sid);
  return memory === undefined
    ? denied(temporalReasons.unbound(sid))
    : { kind: 'kept', sid, memory };
};

type Rule = (
  configuration: TemporalConfiguration,
  histories: Histories,
  argument: Value,
) => Ruled<Histories>;

const init: Rule = (configuration, histories, argument) => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(temporalReasons.noSid);
  if (histories.has(sid)) return denied(temporalReasons.bound(sid));
  return histories.size < configuration.poolSize
    ? { kind: 'granted', next: withHistory(histories, sid, emptyMemory(configuration)) }
    : denied(temporalReasons.emptyPool);
};

const fini: Rule = (_configuration, histories, argument) => {
  const kept = find(histories, argument);
  return kept.kind === 'kept'
    ? { kind: 'granted', next: withHistory(histories, kept.sid, undefined) }
    : kept;
};

const note: Rule = (configuration, histories, argument) => {
  const kept = find(histories, argument);
  if (kept.kind !== 'kept') return kept;
  const memory = stepped(configuration, kept.memory, argument);
  return 'kind' in memory
    ? memory
    : { kind: 'granted', next: withHistory(histories, kept.sid, memory) };
};

const tick: Rule = (configuration, histories, argument) => {
  const kept = find(histories, argument);
  if (kept.kind !== 'kept') return kept;
  const ticks = ticksOf(argument);
  if (typeof ticks !== 'number') return ticks;
  if (ticks === 0) return granted;
  const memory = afterTicks(configuration, kept.memory, ticks);
  return { kind: 'granted', next: withHistory(histories, kept.sid, memory) };
};

const tickAll: Rule = (configuration, histories, argument) => {
  const ticks = ticksOf(argument);
  if (typeof ticks !== 'number') return ticks;
  if (ticks === 0) return granted;
  const moved = [...histories].map(
    ([sid, memory]) => [sid, afterTicks(configuration, memory, ticks)] as const,
  );
  return { kind: 'granted', next: new Map(moved) };
};

const require: Rule = (configuration, histories, argument) => {
  const kept = find(histories, argument);
  if (kept.kind !== 'kept') return kept;
  const formula = formulaOf(configuration, argument);
  if ('kind' in formula) return formula;
  return holdsNow(formula, kept.memory) ? granted : denied(temporalReasons.notNow(formula.name));
};

/** Notes a step, if a formula holds: before it, or with it. */
const noteIf =
  (looked: 'before' | 'with'): Rule =>
  (configuration, histories, argument) => {
    const kept = find(histories, argument);
    if (kept.kind !== 'kept') return kept;
    const formula = formulaOf(configuration, argument);
    if ('kind' in formula) return formula;
    const memory = stepped(configuration, kept.memory, argument);
    if ('kind' in memory) return memory;
    if (holdsNow(formula, looked === 'before' ? kept.memory : memory)) {
      return { kind: 'granted', next: withHistory(histories, kept.sid, memory) };
    }
    const { notBefore, notWith } = temporalReasons;
    return denied((looked === 'before' ? notBefore : notWith)(formula.name));
  };

const rules: ReadonlyMap<string, Rule> = new Map([
  ['init', init],
  ['fini', fini],
  ['note', note],
  ['tick', tick],
  ['tick_all', tickAll],
  ['require', require],
  ['note_if_held', noteIf('before')],
  ['note_if_holds', noteIf('with')],
]);

/** What a rule of Temporal answers. */
export const ruleOfTemporal = (
  object: PolicyObject,
  histories: Histories,
  method: string,
  argument: Value,
): Ruled<Histories> =>
  rules.get(method)?.(temporalOf(object), histories, argument) ??
  failed(`Temporal has no rule "${method}"`);

/** What an expression of Temporal yields: all that a rule refuses fails there (C-21). */
export const yieldOfTemporal = (
  object: PolicyObject,
  histories: Histories,
  method: string,
  argument: Value,
): Yielded => {
  const configuration = temporalOf(object);
  const kept = find(histories, argument);
  if (kept.kind !== 'kept') return failed(kept.why);
  const formula = formulaOf(configuration, argument);
  if ('kind' in formula) return failed(formula.why);
  const memory = method === 'holds' ? kept.memory : stepped(configuration, kept.memory, argument);
  return 'kind' in memory ? failed(memory.why) : yielded(holdsNow(formula, memory));
};
