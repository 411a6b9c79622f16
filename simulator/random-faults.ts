import { at } from '../model/defect.ts';
import type { Solution } from '../solution/solution.ts';
import { faultKinds } from '../solution/yaml/faults.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { randomStream } from './random.ts';

/** Faults that a seed fixes: of any process and kind, within the steps of the run. */
export const randomFaults = (
  { processes }: Solution,
  count: number,
  { seed, steps }: { readonly seed: number; readonly steps: number },
): readonly Fault[] => {
  const random = randomStream(seed ^ 0x6661756c);
  if (processes.length === 0) return [];
  const made = Array.from({ length: count }, (): Fault => {
    const fault = at(faultKinds, random.below(faultKinds.length));
    const { name } = at(processes, random.below(processes.length));
    const step = 1 + random.below(Math.max(1, steps));
    return { at: fault === 'deny-start' ? 0 : step, process: name, fault };
  });
  return made.sort((left, right) => left.at - right.at);
};

const words: Readonly<Record<FaultKind, string>> = {
  trap: 'fails',
  kill: 'is killed',
  hang: 'hangs',
  hostile: 'turns hostile for one message',
  exhaust: 'exhausts services',
  'deny-start': 'may not start',
};

/** A fault in words: `Barrier hangs`. */
export const faultWords = ({ process, fault }: Fault): string => `${process} ${words[fault]}`;
