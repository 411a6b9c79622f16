import { kernelConnection } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import type { Letter } from './letters.ts';
import type { Saying } from './sayings.ts';

/** Does a step say it, whatever the message? Whom a handle that was kept leads to is not known. */
export const isOf = (solution: Solution, step: Saying, { intentWith, by }: Letter): boolean => {
  const intent = intentWith({ kind: 'record', fields: new Map() });
  if (step.kind === 'reply') return intent.kind === 'reply' && intent.as === step.as;
  if (intent.kind !== 'call' || step.over.kind === 'kept') return false;
  const { name: connection } = step.over;
  const own = solution.channels.filter(({ client }) => client === by);
  const index = own.findIndex(({ name }) => name === connection);
  const handle = connection === kernelConnection && index < 0 ? 0 : index + 1;
  return (
    intent.handle === handle && intent.endpoint === step.endpoint && intent.method === step.method
  );
};
