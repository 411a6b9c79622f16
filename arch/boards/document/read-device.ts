import type { Placed } from '../../document/json-fields.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import { deviceRoles } from '../../../model/device-role.ts';
import { engines, findPci } from '../device.ts';
import type { Device, Master, MasterId, PortRange } from '../device.ts';
import { membersAt, numberAt, regionAt } from './fields.ts';
import type { Members } from './fields.ts';

const portsAt = (item: Placed, complain: ComplainOfBoard): PortRange => {
  const { number } = membersAt(item, ['first', 'count'], complain);
  return { first: number('first', 32), count: number('count', 32) };
};

const masterKinds = ['unremapped', 'pci', 'stream'] as const;

const pciAt = (members: Members, path: string, complain: ComplainOfBoard): MasterId => {
  const text = members.text('function');
  const found = findPci(text);
  if (found === undefined) {
    complain('BRD-003', `${path}.function`, 'a PCI function "bus:device.function" is expected');
  }
  return { kind: 'pci', function: found ?? 0 };
};

const masterAt = (item: Placed, complain: ComplainOfBoard): Master => {
  const members = membersAt(item, ['kind', 'function', 'stream', 'engine'], complain);
  const engine = members.choice('engine', engines, 'own');
  const kind = members.choice('kind', masterKinds, 'unremapped');
  switch (kind) {
    case 'pci':
      return { id: pciAt(members, item.path, complain), engine };
    case 'stream':
      return { id: { kind, stream: members.number('stream', 32) }, engine };
    case 'unremapped':
      return { id: { kind }, engine };
  }
};

const deviceMembers = ['name', 'role', 'mmio', 'ports', 'lines', 'master', 'source'];

/** A device at a place in a board document. */
export const deviceAt = (item: Placed, complain: ComplainOfBoard): Device => {
  const { text, remark, choice, items, part } = membersAt(item, deviceMembers, complain);
  return {
    name: text('name'),
    role: choice('role', deviceRoles, 'config'),
    mmio: items('mmio', (one) => regionAt(one, complain)),
    ports: items('ports', (one) => portsAt(one, complain)),
    lines: items('lines', (one) => numberAt(one, 32, complain)),
    master: part('master', (one) => masterAt(one, complain)),
    source: remark('source'),
  };
};
