import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, sendHandle, tried } from '../../test-services.ts';
import {
  begin,
  client,
  deviceOf,
  disk,
  domainOf,
  numbers,
  registersOf,
  server,
} from '../io/test-devices.ts';

const name = 'iommu.IOMMU.AttachToDomain';

describe(name, () => {
  it('puts a device into a domain that its driver has made [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, client);
    const domain = local(domainOf(driver, client));

    driver.done(client, name, { bdf: numbers.disk, domain });

    expect(deviceOf(driver, disk).domain).toBe(6);
    expect(tried(driver, client, name, { bdf: numbers.disk, domain })).toEqual(
      refusedFor('occupied'),
    );
  });

  it('is done and changes nothing without an IOMMU [DMA-1]', () => {
    const driver = begin('none');
    const domain = local(domainOf(driver, client));

    expect(tried(driver, client, name, { bdf: 5n, domain })).toEqual({
      outcome: 'done',
      same: true,
    });
  });

  it.each([
    ['nameUnknown', 5n],
    ['rightsMissing', numbers.net],
  ])('refuses with %s a device of the number %i, and changes nothing [DMA-1]', (because, bdf) => {
    const driver = begin();
    const domain = local(domainOf(driver, client));

    expect(tried(driver, client, name, { bdf, domain })).toEqual(refusedFor(because));
  });

  it('refuses a domain that another has made, and changes nothing [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, server);
    const theirs = sendHandle(driver, client, server, local(domainOf(driver, client)));
    const fields = { bdf: numbers.disk, domain: local(theirs) };

    expect(tried(driver, server, name, fields)).toEqual(refusedFor('rightsMissing'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, domainOf(driver, client))[because];

    expect(tried(driver, client, name, { domain: handle, bdf: numbers.disk })).toEqual(
      refusedFor(because),
    );
  });
});
