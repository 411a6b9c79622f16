import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { kindsOf, refusedFor, tried } from '../../test-services.ts';
import {
  begin,
  client,
  deviceOf,
  disk,
  domainOf,
  numbers,
  registersOf,
} from '../io/test-devices.ts';

const name = 'iommu.IOMMU.CreateDomain';

describe(name, () => {
  it('makes a domain, which is no more when nobody holds it: its devices leave it [DMA-1]', () => {
    const driver = begin();
    registersOf(driver, client);
    const domain = domainOf(driver, client);
    const into = { bdf: numbers.disk, domain: local(domain) };
    driver.done(client, 'iommu.IOMMU.AttachToDomain', into);

    expect(kindsOf(driver, 0)).toContain('domain');
    expect(deviceOf(driver, disk).domain).toBe(6);
    driver.done(client, 'handle.Handle.Close', { handle: local(domain) });
    expect(deviceOf(driver, disk).domain).toBeUndefined();
  });

  it('refuses more than a process may make, and changes nothing [AVL-1]', () => {
    const driver = begin();
    domainOf(driver, client);

    expect(tried(driver, client, name)).toEqual(refusedFor('resourcesFull'));
  });

  it('refuses one for which there is no handle, and changes nothing [AVL-1]', () => {
    const driver = begin('vtd', { more: { handles: 2 } });

    expect(tried(driver, client, name)).toEqual(refusedFor('tableFull'));
  });
});
