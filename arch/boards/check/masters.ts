import type { ArchName } from '../../names.ts';
import type { IommuKind } from '../board.ts';
import { formatPci } from '../device.ts';
import type { MasterId } from '../device.ts';
import type { Rule } from './rule.ts';

/** The IOMMUs that machines of each architecture have, besides none. */
const iommusOf: Readonly<Record<ArchName, readonly IommuKind[]>> = {
  x86: ['vtd'],
  'x86-pae': ['vtd'],
  x86_64: ['vtd'],
  ept: [],
  armv5: [],
  armv7: [],
  'armv7-lpae': ['smmuv3'],
  armv8: ['smmuv3'],
  'armv8-s2': [],
  mips32: [],
};

/** How masters are told apart by each IOMMU, and on the bus where there is none. */
const identities: Readonly<Record<IommuKind, readonly MasterId['kind'][]>> = {
  none: ['pci', 'unremapped'],
  vtd: ['pci', 'unremapped'],
  smmuv3: ['stream', 'unremapped'],
};

const nameOf = (id: MasterId): string | undefined => {
  switch (id.kind) {
    case 'pci':
      return `PCI function ${formatPci(id.function)}`;
    case 'stream':
      return `stream ${String(id.stream)}`;
    case 'unremapped':
      return undefined;
  }
};

const checkIdentities: Rule = ({ devices, iommu }, complain) => {
  const seen = new Map<string, string>();
  for (const [index, { name, master }] of devices.entries()) {
    if (master === undefined) continue;
    const path = `devices[${String(index)}].master`;
    if (!identities[iommu].includes(master.id.kind)) {
      const kinds = identities[iommu].join(', ');
      complain('BRD-023', path, `with the IOMMU "${iommu}" one of ${kinds} is expected`);
    }
    const id = nameOf(master.id);
    const other = id === undefined ? undefined : seen.get(id);
    if (other !== undefined) complain('BRD-022', path, `${id ?? ''} is "${other}" already`);
    else if (id !== undefined) seen.set(id, name);
  }
};

/** The IOMMU is one of the architecture's, with registers, and interrupts are remapped by something. */
const checkIommu: Rule = ({ arch, iommu, interrupts, devices }, complain) => {
  if (iommu !== 'none' && !iommusOf[arch].includes(iommu)) {
    complain('BRD-024', 'iommu', `${arch} has no "${iommu}"`);
  }
  if ((iommu !== 'none') !== devices.some(({ role }) => role === 'iommu')) {
    const message = `with the IOMMU "${iommu}" ${iommu === 'none' ? 'no' : 'a'} device of the role iommu is expected`;
    complain('BRD-024', 'devices', message);
  }
  if (interrupts.remapping && iommu !== 'vtd' && interrupts.kind !== 'gicV3') {
    complain('BRD-024', 'interrupts.remapping', 'only VT-d and a GICv3 remap interrupts');
  }
};

/** Masters can be told apart in the way that the board's IOMMU does. */
export const checkMasters: Rule = (board, complain) => {
  checkIommu(board, complain);
  checkIdentities(board, complain);
};
