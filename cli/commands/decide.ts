import { createInterface } from 'node:readline';
import { makeDecider } from '../../kss/decide.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Given } from '../with-solution.ts';

/** `refmon decide SOLUTION`: events as JSON Lines in, verdicts as JSON Lines out, in one order. */
export const decide = async ({ solution }: Given): Promise<Exit> => {
  const decider = makeDecider(solution);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const isTaken = process.stdout.write(`${JSON.stringify(decider.decide(line))}\n`);
    if (!isTaken) await new Promise((resume) => process.stdout.once('drain', resume));
  }
  return exits.fine;
};
