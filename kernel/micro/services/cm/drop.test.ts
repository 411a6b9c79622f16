import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  kernelOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const names = { client: 'client', service: 'files' };
const drop = service('cm.CM.Drop', names);

/** Two threads of a client that ask the server for a channel. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  for (const thread of [second, client])
    driver.act(
      thread,
      service('cm.CM.Connect', { server: 'server', service: 'files', msecs: 0xffff_ffffn }),
    );
  return { driver, second };
};

describe('cm.CM.Drop', () => {
  it('ends the wait of one thread that asks, and makes nothing [IPC-3]', () => {
    const { driver } = begin();

    const step = driver.act(server, drop);

    expect(short(step.outcome)).toBe('done');
    expect(step.completions).toMatchObject([
      { of: client, outcome: { because: 'dropped', retcode: 'rcNotConnected' } },
    ]);
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.next.objects.resources).toEqual(driver.before.objects.resources);
  });

  it('leaves the others asking [IPC-3]', () => {
    const { driver, second } = begin();
    driver.act(server, drop);

    const step = driver.act(server, service('cm.CM.Accept', names));

    expect(short(completionOf(step, second))).toBe('done');
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver } = begin(withholding('cm.CM', 'Drop'));

    const step = driver.act(server, drop);

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, client))).toBe('refused dropped');
  });

  it.each([{ client: 'server', service: 'files' }, { client: 'client', service: 'net' }, {}])(
    'refuses nameUnknown, where nobody asks so: %o [IPC-3]',
    (fields) => {
      expect(refusedService(begin().driver, server, 'cm.CM.Drop', fields)).toBe('nameUnknown');
    },
  );

  it('refuses nameUnknown to a process of which no channel was asked [CAP-1]', () => {
    const { driver } = begin();
    driver.act(server, drop);

    expect(refusedService(driver, client, 'cm.CM.Drop', names)).toBe('nameUnknown');
  });
});
