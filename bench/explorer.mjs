// @ts-check
/** The process of the explorer in the bench `explore`: searches the twin Ipc, full tier, once, and prints what it took. */
import { built } from './engine.mjs';
import { ipcKernel, manifest } from './kernel.mjs';

const { explore } = await built('model/explore.js');
const { kernel, booted, alphabet, ticks } = ipcKernel();
const space = {
  initial: booted,
  components: kernel.components,
  offers: (/** @type {any} */ state) => {
    const offers = [...ticks];
    for (const by of kernel.ready(state)) offers.push(...(alphabet[by] ?? []));
    return offers;
  },
  step: (/** @type {any} */ state, /** @type {any} */ action) => ({
    next: kernel.step(state, action).next,
    name: action.kind,
  }),
  broken: () => [],
};
const started = performance.now();
const { states, edges } = explore(space, { states: 10_000_000 });
const seconds = (performance.now() - started) / 1000;
if (states !== manifest.states)
  throw new Error(`the explorer finds ${states} states, not ${manifest.states}`);
// A state is a row of 32-bit numbers, one a component, and has two to four places of the index.
const bytesPerState = 4 * kernel.components.length;
process.stdout.write(JSON.stringify({ transitions: edges, seconds, bytesPerState }));
