import { handleId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { Facts } from '../../kernel/kernel.ts';
import type { RandomStream } from '../../simulator/random.ts';
import { randomStream } from '../../simulator/random.ts';
import type { DataType, Parameter } from '../../solution/data-type.ts';
import { defaultOf } from '../../solution/message/default.ts';
import { kernelClass } from '../../solution/solution.ts';
import type { Method, Solution } from '../../solution/solution.ts';
import { oneOf } from './belongings.ts';
import { hostileIntent } from './hostile.ts';
import type { PlacedIntent } from './memory.ts';

/** A method of an endpoint, as who calls it names it. */
interface Named {
  readonly endpoint: string;
  readonly method: Method;
}

/** A value that a type allows; structures are their default. */
const valueOf = (type: DataType, pick: RandomStream): Value => {
  if (type.kind === 'integer') return BigInt(oneOf([0, 1, 1, 2, 3, 100], pick));
  if (type.kind === 'string' && type.limit > 0) return oneOf(['', 'a'], pick);
  return defaultOf(type);
};

const messageOf = (parameters: readonly Parameter[], pick: RandomStream): RecordValue =>
  record(parameters.map(({ name, type }) => [name, valueOf(type, pick)] as const));

/** The methods that processes offer each other. */
const methodsOf = ({ classes }: Solution): readonly Named[] =>
  [...classes.values()]
    .filter(({ name }) => name !== kernelClass)
    .flatMap(({ endpoints }) =>
      endpoints.flatMap(({ name: endpoint, interface: { methods } }) =>
        methods.map((method) => ({ endpoint, method })),
      ),
    );

/**
 * What threads of a given solution may try: half of the time a well-typed call or answer of its own interfaces, over some
 * handle, or to wait for a request; else what any thread tries. Its policy grants much of the first, and little of the second.
 */
export const intentOver = (solution: Solution): typeof hostileIntent => {
  const methods = methodsOf(solution);
  const talk = (facts: Facts, thread: ThreadId, pick: RandomStream): Intent => {
    const self = facts.threads.find((one) => one.thread === thread);
    if (self?.serves !== undefined) {
      const served = facts.pending.find(({ client }) => client === self.serves);
      const fitting = methods.filter(
        ({ endpoint, method }) => endpoint === served?.endpoint && method.name === served.method,
      );
      const { method } = oneOf(fitting.length > 0 ? fitting : methods, pick);
      const as = method.error.length > 0 && pick.below(4) === 0 ? 'error' : 'response';
      const message = messageOf(as === 'error' ? method.error : method.out, pick);
      return { kind: 'reply', as, message };
    }
    if (pick.below(2) === 0) return { kind: 'recv', timeout: 1 };
    const { endpoint, method } = oneOf(methods, pick);
    const handle = handleId(1 + pick.below(4));
    const message = messageOf(method.in, pick);
    return { kind: 'call', handle, endpoint, method: method.name, message, timeout: 2 };
  };
  return (facts: Facts, thread: ThreadId, number: number): PlacedIntent => {
    const rest = Math.floor(number / 2);
    return methods.length > 0 && number % 2 === 0
      ? talk(facts, thread, randomStream(rest))
      : hostileIntent(facts, thread, rest);
  };
};
