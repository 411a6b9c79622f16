import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { begin, client, deviceOf, disk, numbers, registersOf, server } from '../io/test-devices.ts';

const name = 'iommu.IOMMU.Attach';

describe(name, () => {
  it('puts a device into the domain of its driver [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, server);

    driver.done(server, name, { bdf: numbers.disk });

    expect(deviceOf(driver, disk)).toEqual({ claimedBy: 1, power: 'running', domain: 1 });
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
    ['occupied', { bdf: numbers.disk }],
  ])('refuses with %s what is %o, and changes nothing [DMA-1]', (because, fields) => {
    const driver = begin();
    registersOf(driver, client);
    registersOf(driver, server, 'net');
    driver.done(client, name, { bdf: numbers.disk });

    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });
});
