// @ts-check
/** The system of the twin Ipc, full tier, as benches run it: the reference kernel under the compiled engine. */
import { built } from './engine.mjs';

const { findTwin } = await built('tla/twins.js');
const { alphabetOf } = await built('tla/ipc/actions.js');
const { prepare, systemOf } = await built('tla/ipc/system.js');
const { fullTopology } = await built('tla/ipc/topologies.js');
const { compile } = await built('kss/compiled/compile.js');
const { makeMicro } = await built('kernel/micro/micro.js');

export const twin = findTwin('Ipc');

/** The counts that both sides must come to. @type {{ states: number, edges: number }} */
export const manifest = twin.tiers.full.manifest;

/**
 * A kernel, its state when every process has made what the twin begins with, what each thread may do, and the
 * passing of time. `engine` stands between the kernel and the compiled one.
 * @type {(engine?: (security: any) => any) => any}
 */
export const ipcKernel = (engine = (security) => security) => {
  const system = systemOf(fullTopology);
  const { solution, limits } = system;
  const security = compile(solution).module;
  const kernel = makeMicro()({ solution, security: engine(security), limits });
  const prepared = prepare(system, kernel);
  const { state, events } = prepared.booted;
  /** @type {any[][]} */
  const alphabet = Array.from({ length: kernel.threads }, () => []);
  const ticks = [];
  for (const action of alphabetOf(system, prepared)) {
    if (action.kind === 'tick') ticks.push(action);
    else alphabet[action.by]?.push(action);
  }
  return { solution, security, limits, kernel, booted: state, boot: events, alphabet, ticks };
};
