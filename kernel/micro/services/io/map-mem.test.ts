import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { begin, client, registersOf, places } from './test-devices.ts';
import { refusesAsMapping } from './test-mapping.ts';

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

  refusesAsMapping(name, registersOf);
});
