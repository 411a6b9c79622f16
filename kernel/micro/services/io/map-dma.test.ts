import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { begin, client, dmaOf } from './test-devices.ts';
import { refusesAsMapping } from './test-mapping.ts';

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

  refusesAsMapping(name, dmaOf);
});
