import { processId } from '../../../model/ids.ts';
import type { DeviceFact, DomainFact, PortFact } from '../../kernel.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { findClaimant } from './claims.ts';
import { ownerOfDomain } from './domains.ts';

export const portFacts = ({ memory }: Objects): readonly PortFact[] =>
  memory.flatMap(({ ports }, index) =>
    ports.map(({ first, count, sid }) => ({ process: processId(index), first, count, by: sid })),
  );

/** The lines of a device that somebody is attached to. */
const attachedOf = ({ resources }: Objects, device: number): readonly number[] =>
  resources.flatMap((row) =>
    row.flatMap((made) =>
      made?.kind === 'line' && made.isAttached && made.devices.includes(device) ? [made.line] : [],
    ),
  );

export const deviceFacts = ({ machine }: Plan, objects: Objects): readonly DeviceFact[] =>
  machine.size.peripherals.devices.map(({ name }, device) => ({
    device,
    name,
    claimedBy: findClaimant(objects, device),
    power: objects.machine.dma.power[device] ?? 'quiet',
    attached: attachedOf(objects, device),
    domain: objects.machine.dma.attached[device],
    former: objects.machine.dma.former.flatMap((one) =>
      one.device === device ? [one.domain] : [],
    ),
  }));

/** The pages that devices reach are buffers of who has made the domain, as far as the kernel has put them there. */
export const domainFacts = (plan: Plan, { machine }: Objects): readonly DomainFact[] =>
  machine.dma.domains.flatMap((_, domain) =>
    plan.machine.dma
      .pages(machine, domain)
      .map((physical) => ({ domain, owner: ownerOfDomain(plan, domain), physical })),
  );
