import { describe, expect, it } from 'vitest';
import { boards } from '../../../arch/boards/catalogue.ts';
import { counting } from '../../../arch/machine/counting.ts';
import { abstractMachine, boardMachine } from '../../../arch/machine/design.ts';
import type { MachineDesign } from '../../../arch/machine/design.ts';
import type { Through } from '../../../arch/machine/make-machine.ts';
import { peripheralsOf } from '../../../arch/machine/peripherals.ts';
import { addressOf, client, dmaOf, domainOf, limits, reads } from '../services/io/test-devices.ts';
import { Driver, all, kernelOf, local } from '../test-kernel.ts';

/** The boards that have an IOMMU, and the number that theirs knows the network by. */
const networks = { 'generic-pc': 16n, 'virt-smmuv3': 8n } as const;

type Name = keyof typeof networks;

const names = ['generic-pc', 'virt-smmuv3'] as const;

type DesignOn = (name: Name, through: Through) => MachineDesign;

const boardItself: DesignOn = (name, through) =>
  boardMachine(boards[name], 'delayed', through).design;

/** Maps in the place of tables, with the same devices. */
const mapsInstead: DesignOn = (name, through) => {
  const board = boards[name];
  const peripherals = peripheralsOf(board);
  return abstractMachine({ cores: board.cores, shootdown: 'delayed', peripherals, through });
};

/** A process that drives the network; the IOMMU completes what it was asked to behind all cores. */
const begin = (name: Name, design: DesignOn = boardItself) => {
  const counter = counting();
  const { cores, devices } = boards[name];
  const device = devices.findIndex(({ role, mmio }) => role === 'network' && mmio.length > 0);
  const machine = design(name, counter.through);
  const driver = new Driver(kernelOf(all, { limits: { ...limits, tables: 8 }, machine }));
  const base = BigInt(devices[device]?.mmio[0]?.base ?? 0);
  driver.handle(client, 'io.IO.RegisterMmio', { base, size: 0x1000n }, 'resource');
  const complete = () => driver.step({ kind: 'completeInvalidation', core: cores });
  return { driver, device, bdf: networks[name], complete, take: counter.take };
};

/** A device is attached, reaches a buffer and no more, and is stopped from that. */
const played = (name: Name, design?: DesignOn) => {
  const { driver, device, bdf, complete, take } = begin(name, design);
  const buffer = dmaOf(driver, client, 2);
  const address = addressOf(driver, client, buffer);
  const told = [reads(driver, device, address)];
  driver.done(client, 'iommu.IOMMU.Attach', { bdf });
  driver.step({ kind: 'dmaWrite', device, address: address + 4096, value: 7 });
  for (const at of [address, address + 4096, address + 8192]) told.push(reads(driver, device, at));
  driver.done(client, 'handle.Handle.Close', { handle: local(buffer) });
  for (const way of [0, 1]) told.push(reads(driver, device, address + 4096, way));
  complete();
  told.push(reads(driver, device, address + 4096));
  return { told, domains: driver.kernel.facts(driver.state).domains, asked: take() };
};

describe.each(names)('a driver on %s', (name) => {
  const { iommu } = boards[name];

  it('has its device reach its buffer by tables of the IOMMU alone [DMA-1] [BOARD-1]', () => {
    const { told, domains, asked } = played(name);

    expect(told).toEqual(['faulted', 0, 7, 'faulted', 'faulted', 7, 'faulted']);
    expect(domains).toEqual([]);
    expect(asked.has('abstract')).toBe(false);
    expect(iommu !== 'none' && asked.get(iommu)).toMatchObject({ walks: 7 });
  });

  it('is told from one whose IOMMU keeps maps, where the same comes of it [BOARD-1] [GATE-1]', () => {
    const { told, asked } = played(name, mapsInstead);

    expect(told).toEqual(played(name).told);
    expect(iommu !== 'none' && asked.has(iommu)).toBe(false);
    expect(asked.get('abstract')?.walks).toBeGreaterThan(0);
  });

  it('gives its device a domain that it has made, and takes it away again [DMA-1] [BOARD-1]', () => {
    const { driver, device, bdf, complete, take } = begin(name);
    const buffer = dmaOf(driver, client);
    const address = addressOf(driver, client, buffer);
    const domain = local(domainOf(driver, client));
    driver.done(client, 'iommu.IOMMU.AttachToDomain', { bdf, domain });
    const before = reads(driver, device, address);
    driver.done(client, 'iommu.IOMMU.MapToDomain', { domain, resource: local(buffer) });
    const between = reads(driver, device, address);
    driver.done(client, 'iommu.IOMMU.Detach', { bdf });

    expect([before, between]).toEqual(['faulted', 0]);
    expect([0, 1].map((way) => reads(driver, device, address, way))).toEqual(['faulted', 0]);
    complete();
    expect(reads(driver, device, address)).toBe('faulted');
    expect(take().has('abstract')).toBe(false);
  });
});
