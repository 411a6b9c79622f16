import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { begin, client, deviceOf, net, portsOf, server } from './test-devices.ts';

const name = 'io.IO.RegisterPort';

describe(name, () => {
  it("makes the device the caller's [DRV-1]", () => {
    const driver = begin();

    portsOf(driver, client);

    expect(deviceOf(driver, net).claimedBy).toBe(0);
  });

  it.each([
    ['nameUnknown', { base: 0x300n, size: 9n }],
    ['nameUnknown', { base: 0x300n, size: 0n }],
    ['nameUnknown', { base: 0x60n, size: 1n }],
  ])('refuses with %s what is %o, and changes nothing [DRV-1]', (because, fields) => {
    expect(tried(begin(), client, name, fields)).toEqual(refusedFor(because));
  });

  it("refuses what is another's, and changes nothing [DRV-1]", () => {
    const driver = begin();
    portsOf(driver, server);

    expect(tried(driver, client, name, { base: 0x300n, size: 8n })).toEqual(refusedFor('occupied'));
  });

  it.each([
    ['resourcesFull', { resources: 0 }],
    ['tableFull', { handles: 2 }],
  ])('refuses with %s within %o, and changes nothing [AVL-1]', (because, more) => {
    const driver = begin('vtd', { more });

    expect(tried(driver, client, name, { base: 0x300n, size: 8n })).toEqual(refusedFor(because));
  });
});
