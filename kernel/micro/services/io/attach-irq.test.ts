import { describe, expect, it } from 'vitest';
import { completionOf, local, service, short } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, client, lineOf } from './test-devices.ts';

const name = 'io.IO.AttachIrq';

describe(name, () => {
  it('has an interrupt told to who waits for the events of the line, once until it is unmasked [DRV-1]', () => {
    const driver = begin();
    const line = local(lineOf(driver, client));
    const notice = local(driver.handle(client, 'notice.Notice.Create', {}, 'notice'));
    const fields = { notice, object: line, eventMask: 0x1_0000n, eventId: 7n };
    driver.done(client, 'notice.Notice.SubscribeToObject', fields);
    driver.done(client, name, { resource: line });
    const getting = service('notice.Notice.GetEvent', { notice, msecs: 0xffff_ffffn });
    driver.act(client, getting);
    const first = driver.step({ kind: 'raiseInterrupt', line: 40 });
    driver.act(client, getting);
    const second = driver.step({ kind: 'raiseInterrupt', line: 40 });

    expect(completionOf(first, client)).toMatchObject({ kind: 'done' });
    expect(second.completions).toEqual([]);
  });

  it('has nothing told before, nor of another line [DRV-1]', () => {
    const driver = begin();
    const line = local(lineOf(driver, client));
    const early = driver.step({ kind: 'raiseInterrupt', line: 40 });
    driver.done(client, name, { resource: line });
    const other = driver.step({ kind: 'raiseInterrupt', line: 41 });

    expect([short(early.outcome), short(other.outcome)]).toEqual(['done', 'done']);
    expect(other.next).toBe(driver.before);
  });

  it('refuses a line that is attached, and changes nothing [DRV-1]', () => {
    const driver = begin();
    const resource = local(lineOf(driver, client));
    driver.done(client, name, { resource });

    expect(tried(driver, client, name, { resource })).toEqual(refusedFor('occupied'));
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = begin();
    const handle = faultyHandles(driver, client, lineOf(driver, client))[because];

    expect(tried(driver, client, name, { resource: handle })).toEqual(refusedFor(because));
  });
});
