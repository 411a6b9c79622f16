import { mapPlace, pc, placeOf, plant, solo, withDevice, withRegion } from './test-plant.ts';
import type { Plant } from './test-plant.ts';

/** Failures of names, of the architecture and of the map, planted in boards that pass the check. */
export const mapPlants: readonly Plant[] = [
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
];
