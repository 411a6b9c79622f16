import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, registersOf, places } from './test-devices.ts';

const name = 'io.IO.MapMem';

describe(name, () => {
  it('maps registers of the device, as long as the handle is held [DRV-1]', () => {
    const driver = begin();
    const resource = registersOf(driver, client);
    const va = Number(
      driver.done(client, name, { resource: local(resource), flags: 3n }).get('va'),
    );
    const step = driver.act(client, { kind: 'store', address: va + 8, value: 3 });

    expect(step.accesses.map(({ physical }) => physical)).toEqual([Number(places.disk) + 8]);
    driver.done(client, 'handle.Handle.Close', { handle: local(resource) });
    expect(short(driver.act(client, { kind: 'load', address: va }).outcome)).toBe('faulted');
  });

  it.each([
    ['writeExecute', { flags: 7n }, {}],
    ['rightsMissing', { flags: 5n }, {}],
    ['invalidArgument', { flags: 0n }, {}],
    ['invalidArgument', { addr: 5n, flags: 1n }, {}],
    ['invalidArgument', { addr: 2n ** 60n, flags: 1n }, {}],
    ['pagesFull', { flags: 1n }, { pages: 0 }],
  ])('refuses with %s what is %o, and changes nothing [DRV-1]', (because, fields, more) => {
    const driver = begin('vtd', { more });
    const resource = local(registersOf(driver, client));

    expect(tried(driver, client, name, { resource, ...fields })).toEqual(refusedFor(because));
  });

  it('refuses to map twice in one place, and changes nothing [MEM-2]', () => {
    const driver = begin();
    const asked = { resource: local(registersOf(driver, client)), addr: 0x20000n, flags: 1n };
    driver.done(client, name, asked);

    expect(tried(driver, client, name, asked)).toEqual(refusedFor('occupied'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, registersOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle, flags: 1n })).toEqual(
      refusedFor(because),
    );
  });
});
