import { expect, it } from 'vitest';
import type { ThreadId } from '../../../../model/ids.ts';
import { local } from '../../test-kernel.ts';
import type { Driver } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client } from './test-devices.ts';

/** What the services that map whole of what a handle names all refuse. */
export const refusesAsMapping = (
  name: string,
  make: (driver: Driver, by: ThreadId) => number,
): void => {
  it.each([
    ['writeExecute', { flags: 7n }, {}],
    ['rightsMissing', { flags: 5n }, {}],
    ['invalidArgument', { flags: 0n }, {}],
    ['invalidArgument', { addr: 5n, flags: 1n }, {}],
    ['invalidArgument', { addr: 2n ** 60n, flags: 1n }, {}],
    ['pagesFull', { flags: 1n }, { pages: 0 }],
  ])('refuses with %s what is %o, and changes nothing [DRV-1]', (because, fields, more) => {
    const driver = begin('vtd', { more });
    const resource = local(make(driver, client));

    expect(tried(driver, client, name, { resource, ...fields })).toEqual(refusedFor(because));
  });

  it('refuses to map twice in one place, and changes nothing [MEM-2]', () => {
    const driver = begin();
    const asked = { resource: local(make(driver, client)), addr: 0x20000n, flags: 1n };
    driver.done(client, name, asked);

    expect(tried(driver, client, name, asked)).toEqual(refusedFor('occupied'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, make(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle, flags: 1n })).toEqual(
      refusedFor(because),
    );
  });
};
