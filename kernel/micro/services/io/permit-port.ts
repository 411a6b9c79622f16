import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { rowOf, withPorts } from '../../memory/memory.ts';
import { withMemory } from '../../objects.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Lets the caller's threads use registered ports, as long as the handle is held.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1).
 * Source:  KasperskyOS Community Edition help, "I/O".
 */
export const permitPort: KernelService<'io.IO.PermitPort'> = (objects, permit, plan, caller) => {
  const { resource: handle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, handle, 'ports', rights.use);
  if (typeof held === 'string') return refused(held);
  if (handle === undefined) return refused('badHandle');
  const { sid, resource } = held.found;
  const { ports } = rowOf(objects.memory, caller.process);
  if (ports.some((one) => one.sid === sid && one.handle === handle)) return done(objects, {});
  const grant = { sid, handle, first: resource.first, count: resource.count };
  const memory = withPorts(objects.memory, caller.process, [...ports, grant]);
  return done(withMemory(objects, memory), {});
};
