import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, lineOf, told } from './test-devices.ts';

const name = 'io.IO.DetachIrq';

describe(name, () => {
  it('has no interrupt told any more [DRV-1]', () => {
    const driver = begin();
    const events = told(driver, client, lineOf(driver, client));
    driver.done(client, name, { resource: events.line });
    driver.step({ kind: 'raiseInterrupt', line: 40 });

    expect(events.next()).toBe('blocked');
  });

  it('refuses a line that is not attached, and changes nothing [DRV-1]', () => {
    const driver = begin();
    const resource = local(lineOf(driver, client));

    expect(tried(driver, client, name, { resource })).toEqual(refusedFor('wrongState'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, lineOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle })).toEqual(refusedFor(because));
  });
});
