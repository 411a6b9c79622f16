import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, portsOf, server } from './test-devices.ts';

const name = 'io.IO.PermitPort';

describe(name, () => {
  it('lets the process use the ports, and nobody else, as long as it holds them [DRV-1]', () => {
    const driver = begin();
    const ports = portsOf(driver, client);
    const reading = { kind: 'portIn', port: 0x307, value: 5 } as const;
    driver.done(client, name, { resource: local(ports) });
    driver.done(client, name, { resource: local(ports) });

    expect(driver.act(client, reading).outcome).toMatchObject({ result: { value: 5 } });
    expect(driver.kernel.facts(driver.state).ports.length).toBe(1);
    expect(driver.act(server, reading).outcome).toEqual({ kind: 'faulted', code: 13 });
    driver.done(client, 'handle.Handle.Close', { handle: local(ports) });
    expect(driver.kernel.facts(driver.state).ports).toEqual([]);
    expect(short(driver.act(client, reading).outcome)).toBe('faulted');
  });

  it('lets it use no port beside them [DRV-1]', () => {
    const driver = begin();
    driver.done(client, name, { resource: local(portsOf(driver, client)) });

    const { outcome } = driver.act(client, { kind: 'portOut', port: 0x308, value: 1 });

    expect(outcome).toEqual({ kind: 'faulted', code: 13 });
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, portsOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle })).toEqual(refusedFor(because));
  });
});
