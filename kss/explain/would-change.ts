import type { SecurityEvent, Verdict } from '../../model/security.ts';
import { formatSpan } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Context } from '../context.ts';
import type { Asked } from '../evaluation.ts';
import type { Judgement } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import { modelNames } from '../witness/model-names.ts';
import { programAt } from '../witness/policy-at.ts';
import type { EventSlot } from '../witness/slots.ts';
import type { ReachedContext } from '../witness/witness.ts';
import { contextChange, messageChange } from './change.ts';
import type { Change } from './change.ts';
import { contextChanges } from './context-changes.ts';
import type { ContextChanges } from './context-changes.ts';
import { formatCall } from './format-expression.ts';
import { messageChanges } from './message-changes.ts';
import type { MessageChanges } from './message-changes.ts';
import { findSlot } from './slot-of.ts';

/** What each rule that denied or failed asks for; that alone need not suffice. */
export const asksOf = (asked: readonly Asked[]): readonly Change[] =>
  asked.flatMap(({ call, finding }): readonly Change[] => {
    if (finding === undefined || finding.result === 'granted') return [];
    const why = finding.why ?? 'it denied';
    const text = `${formatCall(call)} at ${formatSpan(finding.at)} must grant: ${why}`;
    return [{ kind: 'asks', text }];
  });

const listed = (unknown: readonly string[]): string => {
  const [first, ...others] = unknown;
  const more = others.length === 0 ? '' : `; and ${String(others.length)} more`;
  return `${first ?? ''}${more}`;
};

const unknownChange = (text: string): Change => ({ kind: 'unknown', text });

/** What is to be said where no message changes the verdict, or a smaller change was not excluded. */
const ofMessage = ({ changes: found, read, unknown }: MessageChanges): readonly Change[] => {
  const changes = found.map(({ change, event, judgement }) =>
    messageChange(change, event, judgement),
  );
  if (unknown.length > 0) {
    const what =
      changes.length === 0 ? 'a message that changes it' : 'a smaller change of the message';
    return [...changes, unknownChange(`${what} may exist: not decided was ${listed(unknown)}`)];
  }
  if (changes.length > 0 || read === 0) return changes;
  return [{ kind: 'rule', text: 'another message alone does not change it in this context' }];
};

const ofContext = ({ changes, complete, tried, unknown }: ContextChanges): readonly Change[] => {
  if (changes.length > 0) return changes;
  if (complete) {
    return tried.length <= 1
      ? []
      : [
          {
            kind: 'rule',
            text: `events before it alone do not change it: all ${String(tried.length)} contexts that they lead to were tried`,
          },
        ];
  }
  return [
    unknownChange(
      `events before it that change it may exist: ${String(tried.length)} contexts were tried; ${listed(unknown)}`,
    ),
  ];
};

/** Contexts in which other messages are tried as well. */
const mostBoth = 32;

/** Where neither suffices alone: the first context in which another message changes the verdict. */
const ofBoth = (
  solution: Solution,
  slot: EventSlot,
  event: SecurityEvent,
  verdict: Verdict['kind'],
  tried: readonly ReachedContext[],
): readonly Change[] => {
  for (const { context, prelude } of tried.slice(1, mostBoth)) {
    const [first] = messageChanges(solution, slot, context, event, verdict).changes;
    if (first === undefined) continue;
    return [contextChange(prelude, first.event, first.judgement, first.change)];
  }
  return [];
};

/** A rule that denies whatever the event and the context are. */
const alwaysDenies = ({ asked }: Judgement, solution: Solution): readonly Change[] => {
  const modelOf = modelNames(solution);
  return asked.flatMap(({ call, object, finding }): readonly Change[] =>
    modelOf(object) === 'Base' && call.method.text === 'deny' && call.argument.kind === 'unit'
      ? [
          {
            kind: 'rule',
            text: `${formatCall(call)} at ${formatSpan(finding?.at ?? call.at)} denies whenever it is asked`,
          },
        ]
      : [],
  );
};

const uncovered: Change = {
  kind: 'rule',
  text: 'no rule covers this event: a rule that grants it would',
};

const ofRules = (
  solution: Solution,
  context: Context,
  event: SecurityEvent,
  judgement: Judgement,
): readonly Change[] => {
  const answer = resolve(solution, event);
  const slot = answer.kind === 'resolved' ? findSlot(solution, answer.resolved) : undefined;
  if (slot === undefined) return [];
  const { kind } = judgement.verdict;
  const message = messageChanges(solution, slot, context, event, kind);
  const before = contextChanges(solution, slot, context, event, kind);
  const isAlone = message.changes.length > 0 || before.changes.length > 0;
  const both = isAlone ? [] : ofBoth(solution, slot, event, kind, before.tried);
  const changes = [...both, ...ofMessage(message), ...ofContext(before)];
  const isFound = isAlone || both.length > 0;
  const asks = asksOf(judgement.asked);
  if (isFound) return [...changes, ...asks];
  const always = kind === 'denied' ? alwaysDenies(judgement, solution) : [];
  if (changes.length > 0 || always.length > 0) return [...always, ...changes, ...asks];
  if (programAt(solution, slot).steps.length === 0) return [uncovered];
  const constant: Change = {
    kind: 'rule',
    text: 'neither another message nor events before it change it: the rules ask for neither',
  };
  return [constant, ...asks];
};

/** What would change a verdict: each change that is told as such was judged by the engine. */
export const changesOf = (
  solution: Solution,
  context: Context,
  event: SecurityEvent,
  judgement: Judgement,
): readonly Change[] => {
  const { verdict } = judgement;
  if (verdict.kind === 'granted') return ofRules(solution, context, event, judgement);
  switch (verdict.because) {
    case 'noRule':
    case 'ruleRefused':
    case 'failed':
      return ofRules(solution, context, event, judgement);
    case 'malformed': {
      const { path, why } = verdict.fault;
      const what = path === '' ? `the message ${why}` : `${path} ${why}`;
      return [{ kind: 'event', text: `a message that is well formed: ${what}` }];
    }
    case 'unknownSubject':
    case 'unknownMethod':
      return [{ kind: 'event', text: `an event that is known: ${verdict.name} is not declared` }];
  }
};
