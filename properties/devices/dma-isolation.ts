import type { DeviceFact, Facts, FrameFact } from '../../kernel/kernel.ts';
import type { Report, Transferred } from '../../model/step.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';

const frameOf = ({ frames }: Facts, physical: number): FrameFact | undefined =>
  frames.find((one) => one.physical <= physical && physical < one.physical + one.bytes);

/** What is wrong with how devices stand; absent if nothing is. */
const misplaced = ({ devices, domains }: Facts): string | undefined => {
  for (const { name, claimedBy, power, domain } of devices) {
    if (power === 'running' && claimedBy === undefined)
      return `the device ${name} runs, and is nobody's`;
    const isForeign = domains.some((one) => one.domain === domain && one.owner !== claimedBy);
    if (domain !== undefined && isForeign) return `the device ${name} is in another's domain`;
  }
  return undefined;
};

/** By what right a device reaches a frame; or why by none. */
const rightOf = (
  facts: Facts,
  { name, domain, former }: Pick<DeviceFact, 'name' | 'domain' | 'former'>,
  { physical }: Transferred,
): { readonly by: string } | { readonly why: string } => {
  const frame = frameOf(facts, physical);
  if (frame === undefined) return { why: `the device ${name} reaches what is no frame` };
  const into = facts.domains.filter((one) => one.physical === frame.physical);
  if (into.some((one) => one.domain === domain)) return { by: 'of its domain' };
  if (into.some((one) => former.includes(one.domain)))
    return { by: 'of a domain that it was in, until the IOMMU forgets' };
  if (frame.state === 'passing') return { by: 'that waits for what was let reach it' };
  const owner = facts.processes.find(({ process }) => process === frame.owner)?.name ?? '';
  return {
    why: `the device ${name} reaches a frame of ${owner} that is ${frame.state}, and in no domain of it`,
  };
};

/** A step as this property sees it. */
interface DeviceStep {
  readonly before: Facts;
  readonly after: Facts;
  readonly report: Pick<Report, 'transfers'>;
}

/**
 * A device reads and changes frames of the domain that its driver has put it into; or, until who was asked to has
 * forgotten and it has come to rest, those that it was let reach before, which nobody uses meanwhile. It runs only while
 * it is some process's, and is in no domain of another.
 *
 * Source: S15, S21; spec/requirements.md DMA; spec/decisions/0011-devices.md.
 */
export const dmaIsolation = ({ before, after, report }: DeviceStep): Judgement => {
  const wrong = misplaced(after);
  if (wrong !== undefined) return broken(wrong);
  const rights = report.transfers.map((one) => {
    const device = before.devices.find((fact) => fact.device === one.device);
    return device === undefined
      ? { why: 'a device acts that is not there' }
      : rightOf(before, device, one);
  });
  for (const right of rights) if ('why' in right) return broken(right.why);
  return rights.length === 0
    ? idle
    : witnessedBy(rights.flatMap((right) => ('by' in right ? [right.by] : [])));
};
