import type { Manifest, TwinSystem, TwinTier } from './definition.ts';
import { channelsOf, namesOf } from './expression.ts';
import type { Topology } from './init-text.ts';

/** What every twin begins with: its processes, and the channels between them. */
export const constantsOf = ({ processes, channels }: Topology): TwinSystem['constants'] => ({
  P: namesOf(processes),
  Channel: channelsOf(channels),
});

/** Constants that are operators of the module of the policy. */
export const policy = {
  Contexts: 'States',
  Grants: 'PolicyGrants',
  After: 'PolicyAfter',
} as const;

/** Makes tiers: systems whose sizes are known. */
export const tiersOf =
  <Of>(system: (module: string, topology: Of) => TwinSystem) =>
  (module: string, topology: Of, manifest: Manifest): TwinTier => ({
    ...system(module, topology),
    manifest,
  });
