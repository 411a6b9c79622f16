import { anyKernel } from '../kernel/kernel.ts';
import type { KernelDesign } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { parts } from '../kernel/micro/parts.ts';
import type { Parts } from '../kernel/micro/parts.ts';
import type { Threads } from '../kernel/micro/threads/threads.ts';
import type { RunProperty } from './run-property.ts';
import { sampleProperty } from './run-properties.ts';

/** What tests of properties plant holes with. */

/** Some 30,000 steps. */
export const quick = { seed: 1, runs: 80, steps: 400 };

/** The reference kernel with some of its parts replaced. */
export const microWith =
  (change: Partial<Parts>): KernelDesign =>
  (system) =>
    anyKernel(makeMicro({ ...parts, ...change })(system));

/** The reference kernel with some of its services replaced. */
export const servicesWith = (change: Partial<Parts['services']>): KernelDesign =>
  microWith({ services: { ...parts.services, ...change } });

/** What a property says of a kernel with a hole; absent if it finds none. */
export const whyOf = (
  property: RunProperty,
  design: KernelDesign,
  how = quick,
): string | undefined => sampleProperty(property, how, { design }).counterexample?.why;

/** Threads in which some other thread than those named waits no more. */
export const withThirdReadied = (threads: Threads, involved: readonly number[]): Threads => {
  const list = threads.list.map((thread, index) =>
    thread === undefined || involved.includes(index) || thread.wait.kind !== 'receiving'
      ? thread
      : { ...thread, wait: { kind: 'ready' } as const },
  );
  return { ...threads, list };
};
