import { describe, expect, it } from 'vitest';
import { kindsOf, refusedFor, tried } from '../../test-services.ts';
import { local, service, short, withholding } from '../../test-kernel.ts';
import { begin, buffer, bytes, client, data, flags, framesOf } from './test-vmm.ts';

const name = 'vmm.VMM.MdlCreate';

describe('vmm.VMM.MdlCreate', () => {
  it('makes a buffer of frames of the process, which come back with its last handle [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client, 2);

    expect(kindsOf(driver, 0)).toEqual(['buffer']);
    expect(framesOf(driver, 0)).toBe('uuff');
    driver.done(client, 'handle.Handle.Close', { handle: local(mdl) });
    expect(framesOf(driver, 0)).toBe('ffff');
  });

  it.each([
    ['invalidArgument', { size: 0n, flags: data }, {}],
    ['invalidArgument', { size: 1n, flags: flags.write }, {}],
    ['writeExecute', { size: 1n, flags: flags.read + flags.execute }, {}],
    ['framesFull', { size: bytes(5), flags: data }, {}],
    ['resourcesFull', { size: 1n, flags: data }, { resources: 0 }],
    ['tableFull', { size: 1n, flags: data }, { handles: 2 }],
  ])('refuses %s: case %# [MEM-6]', (because, fields, less) => {
    expect(tried(begin(undefined, less), client, name, fields)).toEqual(refusedFor(because));
  });

  it('leaves no buffer where its response is denied [IPC-3]', () => {
    const driver = begin(withholding('vmm.VMM', 'MdlCreate'));
    const step = driver.act(client, service(name, { size: 1n, flags: data }));

    expect(short(step.outcome)).toBe('denied response');
    expect(framesOf(driver, 0)).toBe('ffff');
  });
});
