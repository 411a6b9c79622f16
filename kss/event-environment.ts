import type { Value } from '../model/value.ts';
import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import type { Call } from '../solution/syntax/tree/expression.ts';
import type { Context } from './context.ts';
import type { Environment } from './evaluate.ts';
import { reasons } from './reasons.ts';
import type { ResolvedEvent } from './resolve.ts';
import type { Yielded } from './security-model.ts';

/** The object of calls that name none. */
export const objectOf = ({ object }: Call): string => object?.text ?? 'base';

/** A call of an expression method that was made while an expression was evaluated. */
export interface Heard {
  readonly call: Call;
  readonly argument: Value;
  readonly answer: Yielded;
}

const variablesOf = ({ message, source, destination }: ResolvedEvent) =>
  new Map<string, Value>([
    ['message', message],
    ['src_sid', BigInt(source.sid)],
    ...(destination === undefined ? [] : [['dst_sid', BigInt(destination.sid)] as const]),
  ]);

/** What expressions of an event see in a context. The calls that they make are added to `heard`. */
export const environmentIn = (
  resolved: ResolvedEvent,
  context: Context,
  heard: Heard[] = [],
  switches: Switches = standardSwitches,
): Environment => ({
  variables: variablesOf(resolved),
  parameters: resolved.parameters,
  switches,
  modelOf: (call) => context.objects.get(objectOf(call))?.model,
  ask: (call, argument) => {
    const running = context.objects.get(objectOf(call));
    const answer: Yielded =
      running === undefined
        ? { kind: 'failed', why: reasons.noObject(objectOf(call)) }
        : running.expression(call.method.text, argument);
    heard.push({ call, argument, answer });
    return answer;
  },
});
