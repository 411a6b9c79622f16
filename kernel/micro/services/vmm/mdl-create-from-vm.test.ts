import { describe, expect, it } from 'vitest';
import { local, service } from '../../test-kernel.ts';
import { refusedFor, tried } from '../../test-services.ts';
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
} from './test-vmm.ts';

const name = 'vmm.VMM.MdlCreateFromVm';
const code = flags.read + flags.execute;

describe('vmm.VMM.MdlCreateFromVm', () => {
  it('makes a buffer of the frames that pages have, which outlives the pages [MEM-4]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    const mdl = driver.handle(client, name, { va, size: bytes(1), flags: data }, 'mdl');
    driver.act(client, { kind: 'store', address: Number(va), value: 5 });
    driver.done(client, 'vmm.VMM.Free', { va });
    const at = driver.done(client, 'vmm.VMM.MdlMap', mapping(mdl, flags.read)).get('va');

    expect(framesOf(driver, 0)).toBe('ufff');
    expect(driver.act(client, { kind: 'load', address: Number(at) }).outcome).toMatchObject({
      result: { value: 5 },
    });
  });

  it('makes a buffer of code of what can be executed, which nobody maps to write [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, code);
    const mdl = driver.handle(client, name, { va, size: bytes(1), flags: code }, 'mdl');

    const written = tried(driver, client, 'vmm.VMM.MdlMap', mapping(mdl, data));
    expect(written).toEqual(refusedFor('rightsMissing'));
    const fields = { va, size: bytes(1), flags: data };
    expect(tried(driver, client, 'vmm.VMM.Protect', fields)).toEqual(refusedFor('writeExecute'));
  });

  it.each([
    ['invalidArgument', { va: 0x10000n, size: 0n, flags: data }, {}],
    ['invalidArgument', { va: 0x10000n, size: 1n, flags: 0n }, {}],
    ['notMapped', { va: 0x10000n, size: bytes(2), flags: data }, {}],
    ['writeExecute', { va: 0x10000n, size: bytes(1), flags: code }, {}],
    ['resourcesFull', { va: 0x10000n, size: 1n, flags: data }, { resources: 0 }],
    ['tableFull', { va: 0x10000n, size: 1n, flags: data }, { handles: 2 }],
  ])('refuses %s: case %# [MEM-5]', (because, fields, less) => {
    const driver = begin(undefined, less);
    allocated(driver, client, data);

    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });

  it('refuses writeExecute, for data of what can be executed, and code of what a buffer of data has [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, code);
    const fields = { va, size: bytes(1), flags: data };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('writeExecute'));

    const read = allocated(driver, client, flags.read);
    driver.handle(client, name, { va: read, size: bytes(1), flags: data }, 'mdl');
    const shared = { va: read, size: bytes(1), flags: code };
    expect(tried(driver, client, name, shared)).toEqual(refusedFor('writeExecute'));
  });

  it('refuses notMapped, while the rights of a page are being changed [MEM-5]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const thread = driver.handle(client, 'thread.Thread.Create', { entry: 1n }, 'thread');
    expect(thread).toBeGreaterThan(0);
    driver.act(client, service('vmm.VMM.Protect', { va, size: bytes(1), flags: code }));
    const [, second] = driver.kernel.facts(driver.state).threads;

    const fields = { va, size: bytes(1), flags: code };
    const by = second?.thread ?? client;
    expect(tried(driver, by, name, fields)).toEqual(refusedFor('notMapped'));
  });

  it('refuses wrongType, for what a handle has mapped [MEM-4]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.MdlMap', mapping(buffer(driver, client)));

    const fields = { va: 0x10000n, size: bytes(1), flags: data };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('wrongType'));
  });

  it('refuses notMapped, while a core may still write the pages by a buffer that is gone [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, client, flags.read);
    const mdl = driver.handle(client, name, { va, size: bytes(1), flags: data }, 'mdl');
    driver.done(client, 'vmm.VMM.MdlMap', mapping(mdl));
    driver.done(client, 'handle.Handle.Close', { handle: local(mdl) });
    const fields = { va, size: bytes(1), flags: code };

    expect(tried(driver, client, name, fields)).toEqual(refusedFor('notMapped'));
    driver.step({ kind: 'completeInvalidation', core: 1 });
    driver.done(client, name, fields);
  });
});
