import { kernelConnection } from '../solution/automaton.ts';
import type { Saying } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { anyGiven } from './letters.ts';
import type { Letter } from './letters.ts';

/** Does a step say it, whatever the message? Whom a handle that was kept leads to is not known; one that is called without an endpoint has one. */
export const isOf = (solution: Solution, step: Saying, { intentWith, by }: Letter): boolean => {
  const intent = intentWith({ kind: 'record', fields: new Map() });
  if (step.kind === 'reply') return intent.kind === 'reply' && intent.as === step.as;
  if (intent.kind !== 'call' || intent.method !== step.method) return false;
  const isNamed = intent.endpoint === step.endpoint;
  if (step.over.kind === 'kept') {
    return intent.handle === anyGiven && (isNamed || step.endpoint === '');
  }
  const { name: connection } = step.over;
  const own = solution.channels.filter(({ client }) => client === by);
  const index = own.findIndex(({ name }) => name === connection);
  const handle = connection === kernelConnection && index < 0 ? 0 : index + 1;
  return intent.handle === handle && isNamed;
};
