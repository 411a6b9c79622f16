import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  load,
  loadedChild,
  refusedFor,
  spacious,
  stagesOf,
  startedChild,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const loadSeg = 'task.Task.LoadSeg';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const fileOf = (driver: Driver, path: string): number =>
  driver.handle(client, 'fs.FS.Open', { path }, 'file');

const created = (driver: Driver, path = ''): number =>
  driver.handle(client, 'task.Task.Create', { name: 'kid', eiid: 't.Server', path }, 'child');

describe('task.Task.LoadSeg', () => {
  it('loads an empty process with a file of the ROM of its class, whose path it has then [LBL-1]', () => {
    const driver = driverOf();
    const task = created(driver);

    driver.done(client, loadSeg, { task: local(task), image: local(fileOf(driver, 'Server')) });

    expect(driver.state.objects.processes.list[2]).toMatchObject({
      stage: { kind: 'loaded' },
      className: 't.Server',
      path: 'Server',
    });
  });

  it('loads an empty process with an image that was installed [LBL-1] [LIFE-1]', () => {
    const driver = driverOf();
    const task = created(driver, 'new');
    const claim = {
      path: 'new',
      eiid: 't.Server',
      digest: { kind: 'bytes', hex: '00'.repeat(32) },
    } as const;
    const image = driver.handle(client, 'image.Image.Install', claim, 'image');

    driver.done(client, loadSeg, { task: local(task), image: local(image) });

    expect(driver.state.objects.processes.list[2]).toMatchObject({
      stage: { kind: 'loaded' },
      path: 'new',
    });
  });

  it('loads a process that has ended again [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(client, 'task.Task.Terminate', { task: local(task) });

    load(driver, client, task, 'Server');

    expect(stagesOf(driver)['client/kid']).toBe('loaded');
  });

  it.each(handleFaults)('refuses %s for the process, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, created(driver))[because];
    const image = local(fileOf(driver, 'Server'));

    expect(tried(driver, client, loadSeg, { task, image })).toEqual(refusedFor(because));
  });

  it.each(handleFaults)('refuses %s for the image, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = local(created(driver));
    const file = fileOf(driver, 'Server');
    const image = because === 'wrongType' ? task : faultyHandles(driver, client, file)[because];

    expect(tried(driver, client, loadSeg, { task, image })).toEqual(refusedFor(because));
  });

  it.each([
    ['that is loaded', loadedChild, undefined],
    ['that runs', startedChild, undefined],
    ['that is frozen', startedChild, 'task.Task.Freeze'],
  ] as const)('refuses a process %s, and changes nothing [LIFE-1]', (_, make, after) => {
    const driver = driverOf();
    const task = local(make(driver, client));
    if (after !== undefined) driver.done(client, after, { task });
    const image = local(fileOf(driver, 'Server'));

    expect(tried(driver, client, loadSeg, { task, image })).toEqual(refusedFor('wrongState'));
  });

  it.each([
    ['of another class', '', 'Client'],
    ['of another path than the process was created for', 'elsewhere', 'Server'],
  ])('refuses an image %s, and changes nothing [LBL-1]', (_, path, file) => {
    const driver = driverOf();
    const task = local(created(driver, path));
    const image = local(fileOf(driver, file));

    expect(tried(driver, client, loadSeg, { task, image })).toEqual(refusedFor('imageMismatch'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(loadSeg, -2));
    const task = local(created(driver));
    const image = local(fileOf(driver, 'Client'));

    expect(tried(driver, client, loadSeg, { task, image })).toEqual(refusedFor('imageMismatch'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'LoadSeg'));
    const task = local(created(driver));
    const image = local(fileOf(driver, 'Server'));

    expect(tried(driver, client, loadSeg, { task, image }).outcome).toBe('denied response');
    expect(stagesOf(driver)['client/kid']).toBe('loaded');
  });
});
