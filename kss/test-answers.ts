import type { SecurityEvent } from '../model/security.ts';
import type { Span } from '../model/span.ts';
import { bytesBy } from '../model/writer.ts';
import type { Context } from './context.ts';
import { interpret } from './interpreter.ts';
import { bothEngines } from './test-both-engines.ts';
import { loadPolicy, policyHead, solutionWith } from './test-solution.ts';

/** `granted`, or the reason of the denial, for each event in turn: of both engines. */
export const answersOf = (
  policy: string,
  ...events: readonly SecurityEvent[]
): readonly string[] => {
  const engine = bothEngines(solutionWith(policy));
  let context = engine.initial;
  return events.map((event) => {
    const { verdict, next } = engine.decide(context, event);
    context = next ?? context;
    return verdict.kind === 'granted' ? 'granted' : verdict.because;
  });
};

/** The context after some events, all of which must be granted to move it. */
export const contextAfter = (policy: string, ...events: readonly SecurityEvent[]): Context => {
  const engine = bothEngines(solutionWith(policy));
  return events.reduce(
    (context, event) => engine.decide(context, event).next ?? context,
    engine.initial,
  ).interpreted;
};

export const bytesOf = (policy: string, context: Context): string =>
  bytesBy((writer) => {
    interpret(solutionWith(policy)).encode(context, writer);
  });

const textAt = (text: string, { line, column, endLine, endColumn }: Span): string => {
  const lines = text.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((one, index) =>
      one.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined),
    )
    .join('\n');
};

/** What is told of a policy under some codes: each with the text at its place. */
export const toldOf = (
  policy: string,
  ...codes: readonly string[]
): readonly (readonly [string, string])[] =>
  loadPolicy(policy)
    .diagnostics.filter(({ code }) => codes.includes(code))
    .map(({ at, message }) => [textAt(`${policyHead}${policy}`, at), message] as const);
