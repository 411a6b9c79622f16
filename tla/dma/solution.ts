import { initText } from '../init-text.ts';
import type { Topology } from '../init-text.ts';
import { policyHead } from '../policy-head.ts';

/** Drivers and devices that read and write memory. */
export interface DmaTopology extends Topology {
  readonly devices: readonly string[];
  /** Which devices a process asks for. */
  readonly drives: readonly (readonly [process: string, device: string])[];
  /** Who makes buffers. */
  readonly makers: readonly string[];
  readonly traps: readonly string[];
  /** Frames of each process. */
  readonly share: number;
  /** Things that each process may have made at a time: registrations and buffers. */
  readonly resources: number;
}

/** All is granted: the twin speaks of devices alone. */
const policyText = (classes: readonly string[]): string => `${policyHead(classes, [])}
execute { grant () }
request { grant () }
response { grant () }
`;

/** The files of the solution of the twin Dma: drivers that provide nothing, and are not connected. */
export const dmaFiles = (topology: DmaTopology): ReadonlyMap<string, string> => {
  const classes = topology.processes.map((name) => name.toUpperCase());
  return new Map([
    ...classes.map((name): [string, string] => [`t/${name}.edl`, `entity t.${name}\n`]),
    ['security.psl', policyText(classes)],
    ['init.yaml', initText(topology)],
  ]);
};
