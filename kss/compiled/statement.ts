import type { Finding } from '../../model/security.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { askOf, isSize } from './call.ts';
import { findingOf } from './finding.ts';
import type { Scope } from './scope.ts';

/** The finding of an expression that stands as a statement: only where it fails (C-23). */
export type StatementCode = () => Finding | undefined;

/** Compiles an expression that stands as a statement. */
export const compileStatement = (scope: Scope, call: Call): StatementCode => {
  const { frame } = scope;
  const recorder = scope.recorderOf(objectOf(call));
  if (recorder === undefined || isSize(call)) {
    const { code } = scope.compile({ kind: 'call', call, at: call.at });
    return () => {
      if (code() !== undefined) return undefined;
      const finding = findingOf(call, 'failed', frame.why);
      recorder?.listen({ method: call.method.text, argument: undefined })(finding);
      return finding;
    };
  }
  const argumentCode = scope.compile(call.argument).code;
  const ask = askOf(scope, call);
  return () => {
    const argument = argumentCode();
    const listening = recorder.listen({ method: call.method.text, argument });
    const value = argument === undefined ? undefined : ask(argument);
    if (value !== undefined) {
      listening(findingOf(call, 'granted'));
      return undefined;
    }
    const finding = findingOf(call, 'failed', frame.why);
    listening(finding);
    return finding;
  };
};
