import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { begin, client, deviceOf, net, lineOf, server } from './test-devices.ts';

const name = 'io.IO.RegisterIrq';

describe(name, () => {
  it("makes all devices that raise the line the caller's [DRV-1]", () => {
    const driver = begin();

    lineOf(driver, client, 42n);

    expect(deviceOf(driver, net).claimedBy).toBe(0);
  });

  it('registers a line once [DRV-1]', () => {
    const driver = begin();
    lineOf(driver, client);

    expect(tried(driver, client, name, { irq: 40n })).toEqual(refusedFor('occupied'));
  });

  it.each([
    ['nameUnknown', { irq: 43n }],
    ['occupied', { irq: 9n }],
  ])('refuses with %s what is %o, and changes nothing [DRV-1]', (because, fields) => {
    expect(tried(begin(), client, name, fields)).toEqual(refusedFor(because));
  });

  it("refuses what is another's, and changes nothing [DRV-1]", () => {
    const driver = begin();
    lineOf(driver, server);

    expect(tried(driver, client, name, { irq: 40n })).toEqual(refusedFor('occupied'));
  });

  it.each([
    ['resourcesFull', { resources: 0 }],
    ['tableFull', { handles: 2 }],
  ])('refuses with %s within %o, and changes nothing [AVL-1]', (because, more) => {
    const driver = begin('vtd', { more });

    expect(tried(driver, client, name, { irq: 40n })).toEqual(refusedFor(because));
  });
});
