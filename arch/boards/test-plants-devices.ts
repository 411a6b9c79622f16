import { masterOf, pc, placeOf, plant, solo, virt, withDevice, withoutRole } from './test-plant.ts';
import type { Plant } from './test-plant.ts';

/** Failures of devices and of risks, planted in boards that pass the check. */
export const devicePlants: readonly Plant[] = [
  plant(
    'registers outside of the map',
    'BRD-015',
    `${placeOf(solo, 'gpt')}.mmio[0]`,
    withDevice(solo, 'gpt', { mmio: [{ base: 0x03000000, bytes: 0x1000 }] }),
  ),
  plant(
    'registers in memory',
    'BRD-015',
    `${placeOf(solo, 'gpt')}.mmio[0]`,
    withDevice(solo, 'gpt', { mmio: [{ base: 0x10000000, bytes: 0x1000 }] }),
  ),
  plant(
    'registers that leave the map',
    'BRD-015',
    `${placeOf(solo, 'gpt')}.mmio[0]`,
    withDevice(solo, 'gpt', { mmio: [{ base: 0x07fff000, bytes: 0x2000 }] }),
  ),
  plant('messages to memory', 'BRD-015', 'interrupts.doorbell', {
    ...pc,
    interrupts: { ...pc.interrupts, doorbell: { base: 0x1000000, bytes: 0x1000 } },
  }),
  plant(
    'registers of two devices',
    'BRD-016',
    `${placeOf(solo, 'gpt')}.mmio[0]`,
    withDevice(solo, 'gpt', { mmio: [{ base: 0x02020000, bytes: 0x4000 }] }),
  ),
  plant(
    'registers of no byte',
    'BRD-016',
    `${placeOf(solo, 'gpt')}.mmio[0]`,
    withDevice(solo, 'gpt', { mmio: [{ base: 0x02098000, bytes: 0 }] }),
  ),
  plant('a shared page that is not said', 'BRD-017', `${placeOf(solo, 'globalTimer')}.mmio[0]`, {
    ...solo,
    sharedPages: solo.sharedPages.slice(1),
  }),
  plant('a shared page that is not there', 'BRD-017', 'sharedPages[2]', {
    ...solo,
    sharedPages: [...solo.sharedPages, { base: 0x02020000, devices: ['uart1', 'uart2'] }],
  }),
  plant('a shared page with too few', 'BRD-017', 'sharedPages[1]', {
    ...solo,
    sharedPages: solo.sharedPages.map((shared) => ({
      ...shared,
      devices: shared.devices.slice(0, 2),
    })),
  }),
  plant('a shared page that is said twice', 'BRD-017', 'sharedPages[2]', {
    ...solo,
    sharedPages: [...solo.sharedPages, ...solo.sharedPages.slice(0, 1)],
  }),
  plant(
    'ports on Arm',
    'BRD-018',
    `${placeOf(solo, 'uart1')}.ports[0]`,
    withDevice(solo, 'uart1', { ports: [{ first: 0x3f8, count: 8 }] }),
  ),
  plant(
    'ports beyond the last',
    'BRD-018',
    `${placeOf(pc, 'com1')}.ports[0]`,
    withDevice(pc, 'com1', { ports: [{ first: 0xfffc, count: 8 }] }),
  ),
  plant(
    'ports of two devices',
    'BRD-019',
    `${placeOf(pc, 'pic')}.ports[0]`,
    withDevice(pc, 'pic', { ports: [{ first: 0x43, count: 2 }] }),
  ),
  plant(
    'no ports',
    'BRD-019',
    `${placeOf(pc, 'com1')}.ports[0]`,
    withDevice(pc, 'com1', { ports: [{ first: 0x3f8, count: 0 }] }),
  ),
  plant(
    'a line above the last',
    'BRD-020',
    `${placeOf(pc, 'com1')}.lines[0]`,
    withDevice(pc, 'com1', { lines: [24] }),
  ),
  plant(
    'a line below the first',
    'BRD-020',
    `${placeOf(solo, 'uart1')}.lines[0]`,
    withDevice(solo, 'uart1', { lines: [15] }),
  ),
  plant(
    'a shared line that is not said',
    'BRD-021',
    `${placeOf(pc, 'pit')}.lines[0]`,
    withDevice(pc, 'pit', { lines: [4] }),
  ),
  plant('a shared line that is not there', 'BRD-021', 'sharedLines[0]', {
    ...pc,
    sharedLines: [{ line: 4, devices: ['com1', 'pit'] }],
  }),
  plant(
    'two masters of one stream',
    'BRD-022',
    `${placeOf(virt, 'virtioNet')}.master`,
    withDevice(virt, 'virtioNet', { master: masterOf(16) }),
  ),
  plant(
    'a stream without an SMMU',
    'BRD-023',
    `${placeOf(pc, 'ahci')}.master`,
    withDevice(pc, 'ahci', { master: masterOf(16) }),
  ),
  plant('VT-d on Arm', 'BRD-024', 'iommu', { ...solo, iommu: 'vtd' }),
  plant('an IOMMU without registers', 'BRD-024', 'devices', withoutRole(pc, 'iommu')),
  plant(
    'registers of an IOMMU that is not there',
    'BRD-024',
    'devices',
    withDevice(solo, 'snvs', { role: 'iommu' }),
  ),
  plant('interrupts remapped by nothing', 'BRD-024', 'interrupts.remapping', {
    ...solo,
    interrupts: { ...solo.interrupts, remapping: true },
  }),
  plant('no console', 'BRD-025', 'devices', withoutRole(virt, 'uart')),
  plant('no time', 'BRD-025', 'devices', withoutRole(virt, 'timer')),
  plant('no interrupts', 'BRD-025', 'devices', withoutRole(virt, 'interruptController')),
  plant('a risk that is not listed', 'BRD-026', 'risks', { ...solo, risks: solo.risks.slice(1) }),
  plant('a risk that does not follow', 'BRD-026', 'risks[1]', {
    ...pc,
    risks: [...pc.risks, 'RISK-NO-IOMMU'],
  }),
  plant('a risk that is listed twice', 'BRD-026', 'risks[1]', {
    ...pc,
    risks: [...pc.risks, ...pc.risks],
  }),
];
