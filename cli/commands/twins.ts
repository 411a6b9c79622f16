import { hintNearest } from '../../solution/nearest.ts';
import type { Tier, TwinDefinition } from '../../tla/definition.ts';
import { findTools } from '../../tla/tlc/jar.ts';
import { runTwin } from '../../tla/tlc/run-twin.ts';
import type { TwinResult } from '../../tla/tlc/run-twin.ts';
import { findTwin, twinDefinitions } from '../../tla/twins.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';

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

/** The twins that were named, or all; or why there are none. */
const chosenOf = (names: readonly string[]): readonly TwinDefinition[] | string => {
  const unknown = names.find((name) => findTwin(name) === undefined);
  if (unknown === undefined) {
    const chosen = new Set(names.map(findTwin));
    return twinDefinitions.filter((twin) => names.length === 0 || chosen.has(twin));
  }
  const known = twinDefinitions.map(({ name }) => name);
  const { hint = `there is ${known.join(', ')}` } = hintNearest(unknown, known);
  return `there is no twin "${unknown}"; ${hint}`;
};

/** `refmon twins [NAME…]`: graph equality with TLC; without its tools that is exit 4. */
export const twins = async (
  names: readonly string[],
  tier: Tier,
  output: Output,
): Promise<Exit> => {
  const chosen = chosenOf(names);
  if (typeof chosen === 'string') {
    output.note(chosen);
    return exits.usage;
  }
  const tools = await findTools();
  if (tools.kind === 'missing') {
    output.note(tools.message);
    output.sayJson({ ok: false, twins: chosen.map(({ name }) => ({ twin: name, ran: false })) });
    return exits.toolMissing;
  }
  const results: TwinResult[] = [];
  for (const twin of chosen) {
    output.progress(`${twin.name} (${tier}): TLC is running`);
    const result = await runTwin(tools, twin, tier);
    tell(result, output);
    results.push(result);
  }
  const ok = results.every(({ faults }) => faults.length === 0);
  output.sayJson({ ok, twins: results.map(documentOf) });
  return ok ? exits.fine : exits.fault;
};
