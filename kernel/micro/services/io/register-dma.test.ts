import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { refusedFor, tried } from '../../test-services.ts';
import {
  addressOf,
  begin,
  client,
  disk,
  dmaOf,
  numbers,
  reads,
  registersOf,
} from './test-devices.ts';

const name = 'io.IO.RegisterDma';

describe(name, () => {
  it('makes a buffer that devices in the domain of its maker reach, and no other memory [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, client);
    driver.done(client, 'iommu.IOMMU.Attach', { bdf: numbers.disk });
    const address = addressOf(driver, client, dmaOf(driver, client));

    expect(reads(driver, disk, address)).toBe(0);
    expect(reads(driver, disk, address + 4096)).toBe('faulted');
  });

  it('gives its frames back when neither the IOMMU nor a device can reach them any more [MEM-3]', () => {
    const driver = begin();
    registersOf(driver, client);
    driver.done(client, 'iommu.IOMMU.Attach', { bdf: numbers.disk });
    const buffer = dmaOf(driver, client);
    const address = addressOf(driver, client, buffer);
    driver.step({ kind: 'dmaWrite', device: disk, address, value: 7 });
    driver.done(client, 'handle.Handle.Close', { handle: local(buffer) });

    expect(driver.kernel.facts(driver.state).frames[0]?.state).toBe('passing');
    expect(reads(driver, disk, address)).toBe('faulted');
    expect(reads(driver, disk, address, 1)).toBe(7);
    driver.step({ kind: 'completeInvalidation', core: 2 });
    expect(driver.kernel.facts(driver.state).frames[0]?.state).toBe('free');
  });

  it.each([
    ['invalidArgument', { size: 0n, flags: 3n }],
    ['invalidArgument', { size: 4096n, flags: 0n }],
    ['writeExecute', { size: 4096n, flags: 5n }],
    ['framesFull', { size: 0x5000n, flags: 3n }],
  ])('refuses with %s what is %o, and changes nothing [MEM-2]', (because, fields) => {
    expect(tried(begin(), client, name, fields)).toEqual(refusedFor(because));
  });

  it.each([
    ['resourcesFull', { resources: 0 }],
    ['tableFull', { handles: 2 }],
  ])('refuses with %s within %o, and changes nothing [AVL-1]', (because, more) => {
    const driver = begin('vtd', { more });

    expect(tried(driver, client, name, { size: 4096n, flags: 3n })).toEqual(refusedFor(because));
  });
});
