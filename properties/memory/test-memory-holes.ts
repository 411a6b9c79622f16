import { at } from '../../model/defect.ts';
import { anyKernel } from '../../kernel/kernel.ts';
import type { KernelDesign } from '../../kernel/kernel.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import type { Rights } from '../../arch/page.ts';
import { abstractMachine } from '../../arch/machine/design.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import { findLabelled } from '../../kernel/micro/labelled.ts';
import { mapped, reserved } from '../../kernel/micro/memory/address-space.ts';
import { placeOf } from '../../kernel/micro/memory/regions.ts';
import { done, refused } from '../../kernel/micro/services/service.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import { microWith, servicesWith } from '../test-holes.ts';

/** Holes that tests of the properties of memory plant: into the machine, and into the kernel's use of it. */

/** The reference kernel on a machine that lies. */
const onMachine =
  (lie: (honest: Machine) => Machine): KernelDesign =>
  (system) => {
    const design = system.machine ?? abstractMachine();
    return anyKernel(makeMicro()({ ...system, machine: (demand) => lie(design(demand)) }));
  };

/** The second core is never told to forget anything. */
const forgettingOneCore = onMachine((honest) => ({
  ...honest,
  invalidate: (state, core, what) => {
    const told = honest.invalidate(state, core, what);
    const cores = told.cores.map((one, index) => (index === 1 ? at(state.cores, 1) : one));
    return { ...told, cores };
  },
}));

/** Frames come back, and pages have their new rights, as soon as one core has forgotten. */
const releasingEarly = microWith({
  forget: (plan, objects, core) => {
    const one = parts.forget(plan, objects, core);
    const rest = plan.machine.size.cores - 1;
    const all = Array.from({ length: rest + 1 }, (_, index) => index).reduce(
      (now, index) => parts.forget(plan, now, index),
      one,
    );
    return all === objects
      ? all
      : { ...all, machine: { ...all.machine, cores: one.machine.cores } };
  },
});

/** Frames come back as they are. */
const uncleared = onMachine((honest) => ({ ...honest, clear: (state) => state }));

const writable = (rights: Rights): Rights => ({ ...rights, write: rights.write || rights.execute });

/** What is mapped to be executed can be written as well. */
const mappingWritable = onMachine((honest) => ({
  ...honest,
  map: (state, space, page) => honest.map(state, space, { ...page, rights: writable(page.rights) }),
}));

/** What becomes executable stays writable. */
const protectingWritable = onMachine((honest) => ({
  ...honest,
  protect: (state, space, address, rights) =>
    honest.protect(state, space, address, writable(rights)),
}));

/** A buffer is mapped by a handle that was revoked. */
const mappingRevoked = servicesWith({
  'vmm.VMM.MdlMap': (objects, permit, plan, caller) => {
    const { mdl } = permit.request;
    const entry = mdl === undefined ? undefined : findEntry(objects.handles, caller.process, mdl);
    const buffer = entry === undefined ? undefined : findLabelled(plan, objects, entry.sid);
    if (mdl === undefined || entry?.isRevoked !== true || buffer?.kind !== 'buffer')
      return parts.services['vmm.VMM.MdlMap'](objects, permit, plan, caller);
    const { frames } = buffer.resource;
    const start = placeOf(plan, objects, caller.process, 0, frames.length);
    if (typeof start === 'string') return refused(start);
    const backing = { kind: 'resource', sid: entry.sid, handle: mdl } as const;
    const region = reserved(objects, permit, start, frames.length, backing);
    const rights = { read: true, write: true, execute: false, user: true };
    const next = mapped(plan, region.objects, permit, region.stretch, frames, rights);
    return next === 'framesFull' ? refused(next) : done(next, { va: BigInt(start) });
  },
});

/** What a handle has mapped stays when it is closed. */
const leavingMapped = servicesWith({
  'handle.Handle.Close': (objects, permit, plan, caller) => {
    const closed = parts.services['handle.Handle.Close'](objects, permit, plan, caller);
    if (closed.kind !== 'done') return closed;
    const { memory, machine } = objects;
    return { ...closed, next: { ...closed.next, memory, machine } };
  },
} satisfies Partial<Parts['services']>);

export const memoryHoles = {
  forgettingOneCore,
  releasingEarly,
  uncleared,
  mappingWritable,
  protectingWritable,
  mappingRevoked,
  leavingMapped,
} as const;
