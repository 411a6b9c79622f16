import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, call, kernelOf, local, service, threadOf } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  refusedFor,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const read = 'audit.Audit.Read';
const limits = { ...spacious, auditRecords: 2, lost: 100 };

/** Services are granted; a call of the server is denied, and recorded. */
const policy =
  'execute { grant () } request dst=kl.core.Core { grant () } response src=kl.core.Core { grant () }';

const driverOf = (more = ''): Driver => new Driver(kernelOf(`${policy}${more}`, { limits }));

const opened = (driver: Driver): number => driver.handle(client, 'audit.Audit.Open');

const answer = (method: string, lost: bigint) =>
  record([
    ['msg', `request client server impl.ping.${method} denied noRule`],
    ['outDropMsgs', lost],
    ['rc', 0n],
  ]).fields;

describe('audit.Audit.Read', () => {
  it('takes the records from the oldest on, each once [AUD-1]', () => {
    const driver = driverOf();
    const handle = local(opened(driver));
    driver.act(client, call('Note'));
    driver.act(client, call('Ping'));

    const taken = [driver.done(client, read, { handle }), driver.done(client, read, { handle })];

    expect(taken).toEqual([answer('Note', 0n), answer('Ping', 0n)]);
    expect(tried(driver, client, read, { handle })).toEqual(refusedFor('logEmpty'));
  });

  it('tells how many were lost since the last was taken, once [AUD-1]', () => {
    const driver = driverOf();
    const handle = local(opened(driver));
    for (const method of ['Note', 'Note', 'Note', 'Ping', 'Note']) driver.act(client, call(method));

    const taken = [driver.done(client, read, { handle }), driver.done(client, read, { handle })];

    expect(taken).toEqual([answer('Ping', 3n), answer('Note', 0n)]);
  });

  it('takes a record that another reader then does not see [AUD-1]', () => {
    const driver = driverOf();
    const handle = local(opened(driver));
    const other = local(driver.handle(server, 'audit.Audit.Open'));
    driver.act(client, call('Note'));

    driver.done(server, read, { handle: other });

    expect(tried(driver, client, read, { handle })).toEqual(refusedFor('logEmpty'));
  });

  it('records what is denied of reading it as of anything else [AUD-1]', () => {
    const driver = driverOf();
    const handle = local(opened(driver));

    const step = driver.act(client, service(read, { handle, strange: 1n }));

    expect(step.outcome).toMatchObject({ kind: 'denied', verdict: { because: 'malformed' } });
    expect(driver.done(client, read, { handle }).get('msg')).toBe(
      'request client kl.core.Core audit.Audit.Read denied malformed',
    );
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const handle = faultyHandles(driver, client, opened(driver))[because];
    driver.act(client, call('Note'));

    expect(tried(driver, client, read, { handle })).toEqual(refusedFor(because));
  });

  it('refuses an empty log, and changes nothing [AUD-1]', () => {
    const driver = driverOf();

    expect(tried(driver, client, read, { handle: local(opened(driver)) })).toEqual(
      refusedFor('logEmpty'),
    );
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = new Driver(kernelOf(answeringOnly(read, -8), { limits }));

    expect(tried(driver, client, read, { handle: local(opened(driver)) })).toEqual(
      refusedFor('logEmpty'),
    );
  });

  it('counts the record as lost where its response is denied, and what it told of losses with it [IPC-3] [AUD-1]', () => {
    const driver = driverOf(
      ' response src=kl.core.Core endpoint=audit.Audit method=Read { assert (message.outDropMsgs == 0) }',
    );
    const handle = local(opened(driver));
    for (const method of ['Note', 'Note', 'Ping']) driver.act(client, call(method));

    const results = [1, 2].map(() => tried(driver, client, read, { handle }).outcome);

    expect(results).toEqual(['denied response', 'denied response']);
    expect(driver.state.objects.audit.lost).toBe(3);
  });
});
