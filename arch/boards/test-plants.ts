import type { Board, MapRegion } from './board.ts';
import { boards } from './catalogue.ts';
import type { BoardCode } from './codes.ts';
import type { Device } from './device.ts';

/** A board with one thing wrong, and where that is. */
export interface Plant {
  readonly about: string;
  readonly code: BoardCode;
  readonly path: string;
  readonly board: Board;
}

const pc = boards['generic-pc'];
const solo = boards['imx6-solo'];
const virt = boards['virt-smmuv3'];

const indexOf = ({ devices }: Board, name: string): number =>
  devices.findIndex((device) => device.name === name);

const placeOf = (board: Board, name: string): string => `devices[${String(indexOf(board, name))}]`;

const withDevice = (board: Board, name: string, parts: Partial<Device>): Board => ({
  ...board,
  devices: board.devices.map((device) => (device.name === name ? { ...device, ...parts } : device)),
});

const withoutRole = (board: Board, role: Device['role']): Board => ({
  ...board,
  devices: board.devices.filter((device) => device.role !== role),
});

const withRegion = (board: Board, name: string, parts: Partial<MapRegion>): Board => ({
  ...board,
  map: board.map.map((region) => (region.name === name ? { ...region, ...parts } : region)),
});

const mapPlace = ({ map }: Board, name: string): string =>
  `map[${String(map.findIndex((region) => region.name === name))}]`;

const plant = (about: string, code: BoardCode, path: string, board: Board): Plant => ({
  about,
  code,
  path,
  board,
});

const masterOf = (stream: number): Device['master'] => ({
  id: { kind: 'stream', stream },
  engine: 'own',
});

/** A failure of each rule of the check, planted in a board that passes it. */
export const plants: readonly Plant[] = [
  plant('no name', 'BRD-005', 'name', { ...solo, name: '' }),
  plant(
    'a device named as another',
    'BRD-005',
    `${placeOf(solo, 'uart2')}.name`,
    withDevice(solo, 'uart2', { name: 'uart1' }),
  ),
  plant(
    'a region without a name',
    'BRD-005',
    `${mapPlace(solo, 'ddr')}.name`,
    withRegion(solo, 'ddr', { name: '' }),
  ),
  plant('no core', 'BRD-006', 'cores', { ...solo, cores: 0 }),
  plant('a second stage', 'BRD-007', 'arch', { ...pc, arch: 'ept', settings: {} }),
  plant('an unknown control bit', 'BRD-008', 'settings.nxe', { ...solo, settings: { nxe: 1 } }),
  plant('too large a control bit', 'BRD-008', 'settings.smep', { ...pc, settings: { smep: 2 } }),
  plant('a page of no size', 'BRD-009', 'pageBytes', { ...solo, pageBytes: 0 }),
  plant('a page of another size', 'BRD-009', 'pageBytes', { ...solo, pageBytes: 8192 }),
  plant('too many bits', 'BRD-010', 'physicalBits', { ...solo, physicalBits: 41 }),
  plant('no bits', 'BRD-010', 'physicalBits', { ...solo, physicalBits: 0 }),
  plant(
    'a region that begins within a page',
    'BRD-011',
    mapPlace(solo, 'ddr'),
    withRegion(solo, 'ddr', { base: 0x10000800 }),
  ),
  plant(
    'a region that ends within a page',
    'BRD-011',
    mapPlace(solo, 'ddr'),
    withRegion(solo, 'ddr', { bytes: 0x40000800 }),
  ),
  plant(
    'a region of nothing',
    'BRD-011',
    mapPlace(solo, 'ddr'),
    withRegion(solo, 'ddr', { bytes: 0 }),
  ),
  plant(
    'memory beyond 32 bits',
    'BRD-012',
    mapPlace(solo, 'ddr'),
    withRegion(solo, 'ddr', { base: 0xf0000000 }),
  ),
  plant(
    'memory over registers',
    'BRD-013',
    mapPlace(solo, 'aips1'),
    withRegion(solo, 'bootRom', { bytes: 0x2001000 }),
  ),
  plant('no memory', 'BRD-014', 'map', withRegion(solo, 'ddr', { holds: 'sram' })),
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
  plant('a shared page that is not said', 'BRD-017', `${placeOf(solo, 'gic')}.mmio[1]`, {
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
