// @ts-check
/**
 * Bench `machines`: transitions a second of the search of memory, by one process on two cores, on the abstract machine and on
 * tables of two formats as words in memory. Every state, stale translations included, is visited on each.
 */
import { built } from './engine.mjs';

const { abstractMachine, machineFor } = await built('arch/machine/design.js');
const { exploreMemory, searchedCores } = await built('assurance/memory/explore-memory.js');
const { catalogue } = await built('kss/catalogue.js');
const { loadGenerated } = await built('properties/generate/solution.js');
const { micro } = await built('properties/hostile-run.js');
const { sharingFiles } = await built('properties/memory/memory-runs.js');

const init = 'entities:\n- name: g.A\n  task: p0\n';

const machines = {
  abstract: abstractMachine(searchedCores),
  x86_64: machineFor('x86_64', searchedCores),
  armv8: machineFor('armv8', searchedCores),
};

/** @type {(choice: import('./measure.mjs').Choice) => import('./measure.mjs').Row[]} */
export const benchMachines = ({ quick, say }) => {
  say('machines: all that a process does with two pages, on two cores that forget later');
  const letters = quick ? ['allocate data'] : ['allocate data', 'allocate code', 'protect'];
  const solution = loadGenerated(new Map([...sharingFiles, ['init.yaml', init]]), catalogue);
  const measured = Object.entries(machines).map(([name, machine]) => {
    const search = () =>
      exploreMemory({ solution, design: micro, letters, states: 200_000, machine });
    search();
    const started = performance.now();
    const { states, edges, complete } = search();
    const seconds = (performance.now() - started) / 1000;
    if (!complete) throw new Error(`the search on ${name} did not end`);
    say(`  ${name}: ${states} states, ${edges} edges, ${seconds.toFixed(1)} s`);
    return { name, perSecond: edges / seconds };
  });
  const first = measured[0]?.perSecond ?? 0;
  return measured.map(({ name, perSecond }) => ({
    bench: 'machines',
    name: `search on ${name}`,
    opsPerSecond: perSecond,
    ratio: first / perSecond,
  }));
};
