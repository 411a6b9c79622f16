import type { ProcessId } from '../model/ids.ts';
import type { ObservedStep } from './observed-step.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

const processOf = (step: ObservedStep, thread: number): ProcessId | undefined =>
  step.before.threads.find((fact) => fact.thread === thread)?.process;

/** The actor, and the one process with which this action deals. */
const parties = (step: ObservedStep): ReadonlySet<ProcessId | undefined> => {
  const { action, before, after } = step;
  if (action.kind === 'tick') return new Set();
  const actor = processOf(step, action.by);
  if (action.kind === 'call') {
    const called = after.pending.find(({ client }) => client === action.by)?.server;
    return new Set([actor, called]);
  }
  const facts = action.kind === 'recv' ? after : before;
  const client = facts.threads.find(({ thread }) => thread === action.by)?.serves;
  return new Set([actor, client === undefined ? undefined : processOf(step, client)]);
};

/**
 * A step of one process changes nothing of a third: only the actor and the process that it calls,
 * takes a request of, or answers.
 *
 * Source: S10; spec/requirements.md ISO.
 */
export const isolation: RunProperty = {
  name: 'isolation',
  requirement: 'ISO-1',
  statement: 'No step changes anything of a process that takes no part in it.',
  start: () => (step) => {
    const involved = parties(step);
    const changed = [...step.after.own.keys()].filter(
      (process) => step.before.own.get(process) !== step.after.own.get(process),
    );
    const third = changed.find((process) => !involved.has(process));
    if (third !== undefined)
      return broken(`process ${String(third)} takes no part, and has changed`);
    return changed.length > 0 && step.after.own.size > 2 ? witnessed : idle;
  },
};
