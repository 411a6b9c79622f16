import { expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, lineOf } from './test-devices.ts';

/** What the services for a line that somebody is attached to all refuse. */
export const refusesUnattached = (name: string): void => {
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
};
