// @ts-check
/** The system of the twin Ipc, full tier, as benches run it: the reference kernel under the compiled engine. */
import { built } from './engine.mjs';

const { findTwin } = await built('tla/twins.js');
const { ipcFiles } = await built('tla/ipc/solution.js');
const { catalogue } = await built('kss/catalogue.js');
const { compile } = await built('kss/compiled/compile.js');
const { load } = await built('solution/load.js');
const { makeMicro } = await built('kernel/micro/micro.js');
const { exploring } = await built('kernel/kernel.js');

/** Six processes and their channels: those of the full tier. */
const topology = {
  processes: ['a', 'b', 'c', 'd', 'e', 's'],
  channels: [
    ['a', 's'],
    ['b', 's'],
    ['c', 'b'],
    ['d', 's'],
    ['e', 's'],
    ['s', 'b'],
  ],
};

export const twin = findTwin('Ipc');

/** The counts that both sides must come to. @type {{ states: number, edges: number }} */
export const manifest = twin.tiers.full.manifest;

/** A kernel, its state after boot, and what each thread may do. */
export const ipcKernel = () => {
  const { solution } = load({ name: 'Ipc', files: ipcFiles(topology) }, catalogue);
  const system = {
    solution,
    security: compile(solution).module,
    limits: { ...exploring, lost: 0 },
  };
  const kernel = makeMicro()(system);
  const { state, events } = kernel.boot();
  /** @type {any[][]} */
  const alphabet = Array.from({ length: kernel.threads }, () => []);
  for (const action of twin.tiers.full.build().alphabet) alphabet[action.by]?.push(action);
  return { solution, kernel, booted: state, boot: events, alphabet, system };
};
