import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import {
  addressOf,
  begin,
  client,
  deviceOf,
  disk,
  dmaOf,
  numbers,
  reads,
  registersOf,
} from '../io/test-devices.ts';

const name = 'iommu.IOMMU.Detach';

describe(name, () => {
  it('takes a device out of its domain, and it reaches nothing once the IOMMU has forgotten [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, client);
    driver.done(client, 'iommu.IOMMU.Attach', { bdf: numbers.disk });
    const address = addressOf(driver, client, dmaOf(driver, client));
    driver.done(client, name, { bdf: numbers.disk });

    expect(deviceOf(driver, disk).domain).toBeUndefined();
    expect(reads(driver, disk, address)).toBe('faulted');
    expect(reads(driver, disk, address, 1)).toBe(0);
    driver.step({ kind: 'completeInvalidation', core: 2 });
    expect(reads(driver, disk, address)).toBe('faulted');
  });

  it('is done and changes nothing without an IOMMU [DMA-1]', () => {
    expect(tried(begin('none'), client, name, { bdf: 5n })).toEqual({
      outcome: 'done',
      same: true,
    });
  });

  it.each([
    ['nameUnknown', { bdf: 5n }],
    ['rightsMissing', { bdf: numbers.net }],
    ['wrongState', { bdf: numbers.disk }],
  ])('refuses with %s what is %o, and changes nothing [DMA-1]', (because, fields) => {
    const driver = begin();
    registersOf(driver, client);

    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });
});
