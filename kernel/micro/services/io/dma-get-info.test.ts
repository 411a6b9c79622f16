import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, dmaOf } from './test-devices.ts';

const name = 'io.IO.DmaGetInfo';

describe(name, () => {
  it('tells where devices reach each page of a buffer [DMA-1]', () => {
    const driver = begin();
    const resource = local(dmaOf(driver, client, 2));
    const told = [0n, 1n].map((page) => driver.done(client, name, { resource, page }));

    expect(told.map((one) => one.get('size'))).toEqual([0x2000n, 0x2000n]);
    expect(Number(told[1]?.get('address')) - Number(told[0]?.get('address'))).toBe(4096);
  });

  it('refuses a page that the buffer has not, and changes nothing [DMA-1]', () => {
    const driver = begin();
    const resource = local(dmaOf(driver, client));

    expect(tried(driver, client, name, { resource, page: 1n })).toEqual(
      refusedFor('invalidArgument'),
    );
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, dmaOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle })).toEqual(refusedFor(because));
  });
});
