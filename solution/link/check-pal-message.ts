import { sidOf } from '../../model/ids.ts';
import type { EventKind } from '../../model/security.ts';
import type { MessageType } from '../data-type.ts';
import { readWrittenMessage } from '../message/read-expression.ts';
import { near } from '../nearest.ts';
import type { Expectation } from '../syntax/tree/pal.ts';
import type { SelectorName } from '../syntax/tree/selectors.ts';
import { isMessage, messageTypeOf, reachedBy } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';

/** The message of an execute event (C-04). */
const emptyType: MessageType = { parameters: [], open: false };

/** Checks the message of a test against the one method that its event can be of. */
export const checkPalMessage = (
  { classes, report }: Scope,
  { message, event: kind }: Expectation,
  chosen: Chosen,
): void => {
  const [reached, ...more] = reachedBy(classes, kind, chosen);
  if (message === undefined || more.length > 0) return;
  if (reached === undefined && kind !== 'execute') return;
  const type = reached === undefined ? emptyType : messageTypeOf(reached.method, kind);
  const names = type.parameters.map(({ name }) => name);
  const entries = message.kind === 'dictionary' ? message.entries : [];
  for (const { at, why } of readWrittenMessage(type, message, () => sidOf(1)).faults) {
    const key = entries.find((entry) => entry.key.at === at)?.key.text;
    report.error('PAL-003', at, why, key === undefined ? {} : near(key, names));
  }
};

/** What an event of each kind cannot do without. */
const needed: Readonly<Record<EventKind, readonly SelectorName[]>> = {
  execute: ['dst'],
  security: ['src', 'method'],
  request: ['src', 'dst', 'method'],
  response: ['src', 'dst', 'method'],
  error: ['src', 'dst', 'method'],
};

/** Tells of a test whose event is denied for what it leaves out, whatever the policy. */
export const checkNeeded = ({ report }: Scope, { event: kind, where, at }: Expectation): void => {
  const given = new Set(where.map(({ name }) => name));
  const missing: string[] = needed[kind].filter((name) => !given.has(name));
  const isNamed = (['endpoint', 'interface', 'component'] as const).some((name) => given.has(name));
  if (isMessage(kind) && !isNamed) missing.push('endpoint');
  if (missing.length === 0) return;
  const message = `an event of kind ${kind} needs ${missing.join(', ')}: this one is always denied`;
  report.warning('PAL-004', at, message);
};
