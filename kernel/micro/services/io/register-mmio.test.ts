import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { refusedFor, tried } from '../../test-services.ts';
import { begin, client, deviceOf, disk, places, registersOf, server } from './test-devices.ts';

const name = 'io.IO.RegisterMmio';

describe(name, () => {
  it("makes the device the caller's, and lets it act [DRV-1]", () => {
    const driver = begin();

    registersOf(driver, client);

    expect(deviceOf(driver, disk)).toEqual({ claimedBy: 0, power: 'running', domain: undefined });
  });

  it('takes all devices whose registers are in the page, as a page is the least that is mapped [DRV-1]', () => {
    const driver = begin();

    registersOf(driver, client, 'timer');

    expect(tried(driver, server, name, { base: places.clock, size: 4n })).toEqual(
      refusedFor('occupied'),
    );
  });

  it('gives a device to one who comes after, when it has come to rest [DRV-1]', () => {
    const driver = begin();
    const registers = registersOf(driver, client);
    driver.done(client, 'handle.Handle.Close', { handle: local(registers) });
    const asked = { base: places.disk, size: 4n };

    expect(deviceOf(driver, disk).power).toBe('stopping');
    expect(tried(driver, server, name, asked)).toEqual(refusedFor('occupied'));
    driver.step({ kind: 'completeInvalidation', core: 3 + disk });
    registersOf(driver, server);
    expect(deviceOf(driver, disk)).toMatchObject({ claimedBy: 1, power: 'running' });
  });

  it.each([
    ['invalidArgument', { base: places.disk, size: 0n }],
    ['invalidArgument', { base: 2n ** 60n, size: 4n }],
    ['nameUnknown', { base: 0n, size: 4096n }],
    ['nameUnknown', { base: places.disk, size: 0x2001n }],
    ['occupied', { base: places.gic, size: 4n }],
  ])('refuses with %s registers that are %o, and changes nothing [DRV-1]', (because, fields) => {
    expect(tried(begin(), client, name, fields)).toEqual(refusedFor(because));
  });

  it("refuses another's device, and changes nothing [DRV-1]", () => {
    const driver = begin();
    registersOf(driver, server);

    expect(tried(driver, client, name, { base: places.disk, size: 4n })).toEqual(
      refusedFor('occupied'),
    );
  });

  it.each([
    ['resourcesFull', { resources: 0 }],
    ['tableFull', { handles: 2 }],
  ])('refuses with %s within %o, and changes nothing [AVL-1]', (because, more) => {
    const driver = begin('vtd', { more });

    expect(tried(driver, client, name, { base: places.disk, size: 4n })).toEqual(
      refusedFor(because),
    );
  });
});
