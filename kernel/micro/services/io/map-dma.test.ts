import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, dmaOf } from './test-devices.ts';

const name = 'io.IO.MapDma';

describe(name, () => {
  it('maps the buffer that devices reach [DRV-1]', () => {
    const driver = begin();
    const resource = local(dmaOf(driver, client));
    const va = Number(driver.done(client, name, { resource, flags: 3n }).get('va'));
    const told = driver.done(client, 'io.IO.DmaGetInfo', { resource });
    const step = driver.act(client, { kind: 'store', address: va, value: 3 });

    expect(short(step.outcome)).toBe('done');
    expect(step.accesses.map(({ physical }) => BigInt(physical))).toEqual([told.get('address')]);
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
    const resource = local(dmaOf(driver, client));

    expect(tried(driver, client, name, { resource, ...fields })).toEqual(refusedFor(because));
  });

  it('refuses to map twice in one place, and changes nothing [MEM-2]', () => {
    const driver = begin();
    const asked = { resource: local(dmaOf(driver, client)), addr: 0x20000n, flags: 1n };
    driver.done(client, name, asked);

    expect(tried(driver, client, name, asked)).toEqual(refusedFor('occupied'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, dmaOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle, flags: 1n })).toEqual(
      refusedFor(because),
    );
  });
});
