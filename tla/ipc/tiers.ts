import type { IpcTopology } from './solution.ts';

/** How large a system is compared: tiers differ in bounds only. */
export const tierNames = ['small', 'full'] as const;

export type Tier = (typeof tierNames)[number];

/**
 * The systems of each tier: three or four clients of the server "s", which itself calls "b", so that
 * requests queue and nest.
 */
export const ipcTiers: Readonly<Record<Tier, IpcTopology>> = {
  small: {
    processes: ['a', 'b', 'c', 'd', 's'],
    channels: [
      ['a', 's'],
      ['b', 's'],
      ['c', 's'],
      ['d', 's'],
      ['s', 'b'],
    ],
  },
  full: {
    processes: ['a', 'b', 'c', 'd', 'e', 's'],
    channels: [
      ['a', 's'],
      ['b', 's'],
      ['c', 'b'],
      ['d', 's'],
      ['e', 's'],
      ['s', 'b'],
    ],
  },
};

/** The name of the module that TLC runs for a tier. */
export const ipcModule: Readonly<Record<Tier, string>> = {
  small: 'MCIpcSmall',
  full: 'MCIpcFull',
};

/**
 * What each tier comes to, on both sides; another number is a difference of the project from itself.
 * A tier's bound is above its number of states, so that no bound decides.
 */
export const ipcManifest = {
  small: { states: 16_368, edges: 145_896, depth: 14, bound: 200_000 },
  full: { states: 64_704, edges: 728_832, depth: 15, bound: 500_000 },
} as const satisfies Record<
  Tier,
  {
    readonly states: number;
    readonly edges: number;
    readonly depth: number;
    readonly bound: number;
  }
>;
