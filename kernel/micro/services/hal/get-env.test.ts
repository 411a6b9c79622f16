import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { answeringOnly, refusedFor, spacious, tried } from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const getEnv = 'hal.HAL.GetEnv';

const files = {
  'init.yaml': `entities:
- name: t.Client
  task: client
  env: {A: "1", EMPTY: ""}
  connections: [{target: server, id: server}]
- name: t.Server
  task: server
  env: {A: "2"}
`,
};

const driverOf = (policy = all): Driver =>
  new Driver(kernelOf(policy, { limits: spacious, files }));

describe('hal.HAL.GetEnv', () => {
  it('tells a variable of the caller, and changes nothing [ISO-1]', () => {
    const driver = driverOf();

    expect(driver.done(client, getEnv, { name: 'A' })).toEqual(
      record([
        ['value', '1'],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
    expect(driver.done(server, getEnv, { name: 'A' }).get('value')).toBe('2');
  });

  it('tells the empty value of a variable that there is [ISO-1]', () => {
    const driver = driverOf();

    expect(driver.done(client, getEnv, { name: 'EMPTY' }).get('value')).toBe('');
  });

  it.each([
    ['a name that there is not', 'B'],
    ['an empty name', ''],
  ])('refuses %s, and changes nothing [ISO-1]', (_, name) => {
    const driver = driverOf();

    expect(tried(driver, client, getEnv, { name })).toEqual(refusedFor('nameUnknown'));
  });

  it('refuses a variable that only another process has [ISO-1]', () => {
    const driver = driverOf();

    expect(tried(driver, server, getEnv, { name: 'EMPTY' })).toEqual(refusedFor('nameUnknown'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(getEnv, -8));

    expect(tried(driver, client, getEnv, { name: 'B' })).toEqual(refusedFor('nameUnknown'));
  });

  it('withholds the value where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('hal.HAL', 'GetEnv'));

    expect(tried(driver, client, getEnv, { name: 'A' })).toEqual({
      outcome: 'denied response',
      same: true,
    });
  });
});
