import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, sendHandle, tried } from '../../test-services.ts';
import {
  addressOf,
  begin,
  client,
  disk,
  dmaOf,
  domainOf,
  numbers,
  reads,
  registersOf,
  server,
} from '../io/test-devices.ts';

const name = 'iommu.IOMMU.MapToDomain';

describe(name, () => {
  it('lets devices in the domain reach the buffer [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, client);
    const buffer = dmaOf(driver, client);
    const address = addressOf(driver, client, buffer);
    const domain = local(domainOf(driver, client));
    driver.done(client, 'iommu.IOMMU.AttachToDomain', { bdf: numbers.disk, domain });
    const before = reads(driver, disk, address);

    driver.done(client, name, { domain, resource: local(buffer) });

    expect([before, reads(driver, disk, address)]).toEqual(['faulted', 0]);
    expect(tried(driver, client, name, { domain, resource: local(buffer) })).toEqual(
      refusedFor('occupied'),
    );
  });

  it('lets them reach it no more when it is no more [DMA-1] [MEM-3]', () => {
    const driver = begin();
    const buffer = dmaOf(driver, client);
    const domain = local(domainOf(driver, client));
    driver.done(client, name, { domain, resource: local(buffer) });

    driver.done(client, 'handle.Handle.Close', { handle: local(buffer) });

    expect(driver.kernel.facts(driver.state).domains).toEqual([]);
  });

  it('refuses what another has made, and changes nothing [DMA-1]', () => {
    const driver = begin();
    const theirs = sendHandle(driver, client, server, local(dmaOf(driver, client)));
    const domain = local(domainOf(driver, server));

    expect(tried(driver, server, name, { domain, resource: local(theirs) })).toEqual(
      refusedFor('rightsMissing'),
    );
  });

  it.each(handleFaults)('refuses a buffer by %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const domain = local(domainOf(driver, client));
    const resource = faultyHandles(driver, client, dmaOf(driver, client))[because];

    expect(tried(driver, client, name, { domain, resource })).toEqual(refusedFor(because));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, domainOf(driver, client))[because];

    expect(tried(driver, client, name, { domain: handle, resource: local(0) })).toEqual(
      refusedFor(because),
    );
  });
});
