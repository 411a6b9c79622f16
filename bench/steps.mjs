// @ts-check
/**
 * Bench `steps`: random steps a second of the reference kernel over the twin Ipc, full tier: alone, with an objective
 * watched, and with every property of runs judged.
 */
import { built } from './engine.mjs';
import { ipcKernel } from './kernel.mjs';

const { randomStream } = await built('simulator/random.js');
const { makeObserver, overhear } = await built('properties/observed-step.js');
const { properties } = await built('properties/catalogue.js');
const { compile } = await built('kss/compiled/compile.js');

/** Steps a second; `judge` is told of each, and of each boot. @type {(count: number, system: any, judge: { boot: () => void, step: (before: any, action: any, step: any) => void }) => number} */
const measure = (count, { kernel, booted, alphabet, ticks }, judge) => {
  const run = (/** @type {number} */ steps) => {
    const random = randomStream(1);
    let state = booted;
    judge.boot();
    for (let index = 0; index < steps; index++) {
      const ready = kernel.ready(state);
      if (ready.length === 0) {
        state = booted;
        judge.boot();
        continue;
      }
      // Now and then a tick passes, in the place of what a thread does.
      const actions = alphabet[ready[random.below(ready.length + 1)]] ?? ticks;
      const action = actions[random.below(actions.length)];
      const step = kernel.step(state, action);
      judge.step(state, action, step);
      state = step.next;
    }
  };
  run(Math.min(count, 100_000));
  const started = performance.now();
  run(count);
  return (count / (performance.now() - started)) * 1000;
};

const unjudged = { boot: () => undefined, step: () => undefined };

const watched = () => {
  /** @type {any} */
  let overheard;
  const system = ipcKernel((security) => {
    overheard = overhear(security);
    return overheard.security;
  });
  const { solution, limits, kernel, boot } = system;
  const { take } = overheard;
  take();
  const court = { solution, security: compile(solution).module, limits, boot };
  const observe = makeObserver(kernel, take);
  /** @type {any[]} */
  let judges = [];
  return {
    system,
    judge: {
      boot: () => {
        judges = properties.map((/** @type {any} */ one) => one.start(court));
      },
      step: (/** @type {any} */ before, /** @type {any} */ action, /** @type {any} */ step) => {
        const observed = observe(before, action, step);
        for (const judge of judges) {
          const judgement = judge(observed);
          if (judgement.kind === 'broken') throw new Error(judgement.why);
        }
      },
    },
  };
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchSteps = async ({ quick, say }) => {
  say('steps: the twin Ipc, full tier');
  const count = quick ? 20_000 : 2_000_000;
  const alone = measure(count, ipcKernel(), unjudged);
  const { system, judge } = watched();
  const judged = measure(count / 4, system, judge);
  return [
    { bench: 'steps', name: 'refmon, alone', opsPerSecond: alone, ratio: 1 },
    {
      bench: 'steps',
      name: `refmon, ${properties.length} properties judged`,
      opsPerSecond: judged,
      ratio: judged / alone,
    },
  ];
};
