import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { spacious, tried } from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const free = 'task.Task.FreeSelfEnv';

const files = {
  'init.yaml': `entities:
- name: t.Client
  task: client
  env: {A: "1", B: "2"}
  connections: [{target: server, id: server}]
- name: t.Server
  task: server
  env: {A: "3"}
`,
};

const driverOf = (policy = all): Driver =>
  new Driver(kernelOf(policy, { limits: spacious, files }));

const environments = ({ state }: Driver) =>
  state.objects.processes.list.slice(0, 2).map((process) => process?.environment);

describe('task.Task.FreeSelfEnv', () => {
  it('drops every variable of the caller, and those of nobody else [LIFE-1] [ISO-1]', () => {
    const driver = driverOf();

    driver.done(client, free);

    expect(environments(driver)).toEqual([[], [['A', '3']]]);
    expect(tried(driver, client, 'hal.HAL.GetEnv', { name: 'A' }).outcome).toBe(
      'refused nameUnknown',
    );
    expect(driver.done(server, 'hal.HAL.GetEnv', { name: 'A' }).get('value')).toBe('3');
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'FreeSelfEnv'));

    expect(tried(driver, client, free).outcome).toBe('denied response');
    expect(environments(driver)[0]).toEqual([]);
  });
});
