import { describe, expect, it } from 'vitest';
import { anotherThread, local, service, short } from '../../test-kernel.ts';
import { refusedFor, sendHandle, tried } from '../../test-services.ts';
import {
  allocated,
  begin,
  buffer,
  bytes,
  client,
  data,
  flags,
  framesOf,
  mapping,
  pagesOf,
  server,
} from './test-vmm.ts';

const name = 'vmm.VMM.Protect';
const code = flags.read + flags.execute;

describe('vmm.VMM.Protect', () => {
  it('answers when every core has forgotten the old rights [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    const step = driver.act(client, service(name, { va, size: bytes(1), flags: code }));

    expect(short(step.outcome)).toBe('blocked');
    expect(driver.kernel.facts(driver.state).mappings).toMatchObject([{ isChanging: true }]);
    const { completions } = driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([[client, 'done']]);
    expect(pagesOf(driver, 0)).toEqual(['0x10000 r-x']);
  });

  it('lets nobody do meanwhile what the old and the new rights do not both allow [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    driver.act(client, service(name, { va, size: bytes(1), flags: code }));

    expect(driver.state.objects.machine.spaces[0]).toMatchObject({
      pages: [{ address: 0x10000, rights: { read: true, write: false, execute: false } }],
    });
  });

  it.each([
    ['invalidArgument', { va: 0x10000n, size: 0n, flags: code }],
    ['invalidArgument', { va: 0x10000n, size: 1n, flags: flags.execute }],
    ['writeExecute', { va: 0x10000n, size: 1n, flags: data + flags.execute }],
    ['notMapped', { va: 0x10000n, size: bytes(2), flags: code }],
  ])('refuses %s: case %# [MEM-5]', (because, fields) => {
    const driver = begin();
    allocated(driver, client, data);

    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });

  it('refuses notMapped, for a page without a frame [MEM-2]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.Allocate', { size: bytes(1), flags: data });

    const fields = { va: 0x10000n, size: bytes(1), flags: flags.read };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('notMapped'));
  });

  it('refuses writeExecute, where a buffer of data has the page [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    driver.handle(client, 'vmm.VMM.MdlCreateFromVm', { va, size: bytes(1), flags: data }, 'mdl');

    const fields = { va, size: bytes(1), flags: code };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('writeExecute'));
  });

  it('refuses rightsMissing, beyond the handle that has mapped a page [MEM-4]', () => {
    const driver = begin();
    const theirs = sendHandle(driver, client, server, local(buffer(driver, client), 0x1_0007));
    driver.done(server, 'vmm.VMM.MdlMap', mapping(theirs, flags.read));

    const fields = { va: 0x10000n, size: bytes(1), flags: data };
    expect(tried(driver, server, name, fields)).toEqual(refusedFor('rightsMissing'));
  });

  it('lets nobody execute what a core may still write, when it is asked for twice [MEM-5]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    const fields = { va, size: bytes(1), flags: code };
    driver.act(client, service(name, fields));

    expect(short(driver.act(second, service(name, fields)).outcome)).toBe('blocked');

    expect(driver.state.objects.machine.spaces[0]).toMatchObject({
      pages: [{ address: 0x10000, rights: { write: false, execute: false } }],
    });
    const { completions } = driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([
      [client, 'done'],
      [second, 'done'],
    ]);
    expect(pagesOf(driver, 0)).toEqual(['0x10000 r-x']);
  });

  it('gives the rights that were asked for last, where two ask [MEM-2]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    driver.act(client, service(name, { va, size: bytes(1), flags: code }));
    driver.act(second, service(name, { va, size: bytes(1), flags: data }));
    driver.step({ kind: 'completeInvalidation', core: 1 });

    const stored = driver.act(client, { kind: 'store', address: Number(va), value: 1 });
    expect(short(stored.outcome)).toBe('done');
    expect(pagesOf(driver, 0)).toEqual(['0x10000 rw-']);
  });

  it('answers when another thread takes the pages away meanwhile [MEM-2]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    driver.act(client, service(name, { va, size: bytes(1), flags: code }));

    const { completions } = driver.act(second, service('vmm.VMM.Free', { va }));

    expect(completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([[client, 'done']]);
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(framesOf(driver, 0)).toBe('ffff');
  });

  it('leaves nothing behind where its process ends meanwhile [MEM-3]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    driver.act(client, service(name, { va, size: bytes(1), flags: code }));
    driver.act(second, { kind: 'trap', code: 1 });

    expect(framesOf(driver, 0)).toBe('pfff');
    const { completions } = driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(completions).toEqual([]);
    expect(framesOf(driver, 0)).toBe('ffff');
  });
});
