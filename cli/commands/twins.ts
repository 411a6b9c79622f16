import type { Tier } from '../../tla/ipc/tiers.ts';
import { findTools } from '../../tla/tlc/jar.ts';
import { runIpc } from '../../tla/tlc/run-ipc.ts';
import type { TwinResult } from '../../tla/tlc/run-ipc.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';

/** The twins by name; each has a folder in tla/. */
const twinNames = ['Ipc'] as const;

const round = (seconds: number): number => Math.round(seconds * 10) / 10;

const documentOf = (result: TwinResult): object => {
  const { twin, tier, equal, states, edges, actions, tlc, seconds, faults } = result;
  return {
    ok: faults.length === 0,
    twin,
    tier,
    ran: true,
    equal,
    states,
    edges,
    depth: result.depth,
    complete: true,
    statesPerSecond: Math.round(states / seconds.model),
    actions: Object.fromEntries(actions),
    violations: [],
    invariants: result.invariants,
    reaches: result.reaches,
    firstDifference: result.firstDifference ?? null,
    faults,
    seconds: round(seconds.model),
    tlc: { ...tlc, seconds: round(seconds.tlc) },
  };
};

const tell = (result: TwinResult, output: Output): void => {
  const { twin, tier, equal, states, edges, tlc, seconds, faults, reaches, invariants } = result;
  output.say(`${twin} (${tier}): ${equal ? 'equal' : 'NOT equal'}`);
  output.say(
    `  model: ${String(states)} states, ${String(edges)} edges, depth ${String(result.depth)}, ` +
      `${String(round(seconds.model))} s`,
  );
  output.say(
    `  TLC ${tlc.version}: ${String(tlc.states)} states, ${String(tlc.edges)} edges, ` +
      `${String(round(seconds.tlc))} s`,
  );
  output.say(
    `  invariants that hold: ${String(invariants.filter(({ ok }) => ok).length)} of ${String(invariants.length)}`,
  );
  output.say(
    `  outcomes shown to happen: ${String(reaches.filter(({ ok }) => ok).length)} of ${String(reaches.length)}`,
  );
  for (const fault of faults) output.say(fault);
};

/** `refmon twins [NAME…]`: graph equality with TLC; without its tools that is exit 4. */
export const twins = async (
  names: readonly string[],
  tier: Tier,
  output: Output,
): Promise<Exit> => {
  const unknown = names.find((name) =>
    twinNames.every((known) => known.toLowerCase() !== name.toLowerCase()),
  );
  if (unknown !== undefined) {
    output.note(`there is no twin "${unknown}"; there is ${twinNames.join(', ')}`);
    return exits.usage;
  }
  const tools = await findTools();
  if (tools.kind === 'missing') {
    output.note(tools.message);
    output.sayJson({ ok: false, twins: twinNames.map((twin) => ({ twin, ran: false })) });
    return exits.toolMissing;
  }
  output.progress(`Ipc (${tier}): TLC is running`);
  const result = await runIpc(tools, tier);
  tell(result, output);
  output.sayJson({ ok: result.faults.length === 0, twins: [documentOf(result)] });
  return result.faults.length === 0 ? exits.fine : exits.fault;
};
