import type { RecordValue } from '../../model/value.ts';
import { kernelClass } from '../../solution/solution.ts';
import { withGivenHandles } from '../carried.ts';
import { processOf } from '../mediate.ts';
import type { Ask } from '../mediate.ts';
import { readMessage } from '../messages.ts';
import type { Layout } from './layout.ts';
import { present } from './lend.ts';
import type { Machine } from './machine.ts';

/** A message that is to be judged: who sends what to whom, over which method. */
export type Asked = Pick<Ask<RecordValue>, 'by' | 'to' | 'method' | 'message'> & {
  readonly kind: 'request' | 'response' | 'error';
  readonly endpoint: string;
};

/** The message as a question: shown with SIDs for handles, and read as its method declares it. */
export const asking = ({ solution }: Layout, machine: Machine, asked: Asked): Ask<RecordValue> => {
  const server = asked.kind === 'request' ? asked.to : asked.by;
  const className =
    server === 'kernel' ? kernelClass : solution.processes[processOf(server)]?.className;
  const sender = processOf(asked.by === 'kernel' ? asked.to : asked.by);
  return {
    ...asked,
    show: (message) => present(machine, sender, message),
    read: (given, shown) => {
      const completed = readMessage(solution, className ?? '', asked.kind, asked, shown);
      return completed === undefined ? undefined : withGivenHandles(completed, given);
    },
  };
};
