import { describe, expect, it } from 'vitest';
import { abstractMachine } from '../../../arch/machine/design.ts';
import { Driver, all, kernelOf, local, service, short, threadOf } from '../test-kernel.ts';
import { sendHandle, spacious, tried } from '../test-services.ts';

const limits = { ...spacious, frames: 8, tables: 4, pages: 16, image: 1 };
const twoCores = abstractMachine({ cores: 2, shootdown: 'delayed' });
const [client, server] = [threadOf(0, limits), threadOf(1, limits)];

const begin = (machine = twoCores) => new Driver(kernelOf(all, { limits, machine }));

const vmm = (name: string) => `vmm.VMM.${name}`;

const allocated = (driver: Driver, flags: number, pages = 1): number =>
  Number(
    driver
      .done(client, vmm('Allocate'), {
        addr: 0n,
        size: BigInt(pages * 4096),
        flags: BigInt(flags),
      })
      .get('va'),
  );

const framesOf = ({ kernel, state }: Driver, process: number): string =>
  kernel
    .facts(state)
    .frames.filter(({ owner }) => owner === process)
    .map((frame) => frame.state.charAt(0))
    .join('');

describe('memory of a process', () => {
  it('begins with its image: code that is executed, data and stack that are written [MEM-2]', () => {
    const driver = begin();

    expect(framesOf(driver, 0)).toBe('uuufffff');
    expect(short(driver.act(client, { kind: 'fetch', address: 0x10000 }).outcome)).toBe('done');
    expect(short(driver.act(client, { kind: 'store', address: 0x11000, value: 7 }).outcome)).toBe(
      'done',
    );
    expect(driver.act(client, { kind: 'load', address: 0x11000 }).outcome).toEqual({
      kind: 'done',
      result: { kind: 'accessed', value: 7 },
    });
    expect(short(driver.act(client, { kind: 'store', address: 0x10000, value: 7 }).outcome)).toBe(
      'faulted',
    );
    expect(framesOf(driver, 0)).toBe('pppfffff');
  });

  it('is cleared, and used again, when every core has forgotten it [MEM-3]', () => {
    const driver = begin();
    const va = allocated(driver, 3 + 8);
    driver.act(client, { kind: 'store', address: va, value: 7 });
    driver.done(client, vmm('Free'), { va: BigInt(va) });

    expect(framesOf(driver, 0)).toBe('uuupffff');
    expect(driver.kernel.invalidating(driver.state)).toEqual([1]);
    const stale = { kind: 'load', address: va, core: 1, way: 1, by: client } as const;
    expect(driver.kernel.step(driver.state, stale).outcome).toMatchObject({
      result: { value: 7 },
    });
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(framesOf(driver, 0)).toBe('uuufffff');
    expect(driver.kernel.invalidating(driver.state)).toEqual([]);
    const again = allocated(driver, 1 + 8);
    expect(driver.act(client, { kind: 'load', address: again }).outcome).toMatchObject({
      result: { value: 0 },
    });
  });

  it('is shared by handles, and no more when they are revoked [MEM-4]', () => {
    const driver = begin();
    const fields = { size: 4096n, flags: 3n };
    const mdl = driver.handle(client, vmm('MdlCreate'), fields, 'mdl');
    const map = (by: typeof client, handle: number, flags: bigint) =>
      driver.done(by, vmm('MdlMap'), {
        mdl: local(handle),
        addr: 0n,
        offset: 0n,
        size: 4096n,
        flags,
      });
    const mine = Number(map(client, mdl, 3n).get('va'));
    const theirs = sendHandle(driver, client, server, local(mdl, 0x1_0007));
    const at = Number(map(server, theirs, 1n).get('va'));
    driver.act(client, { kind: 'store', address: mine, value: 9 });

    expect(driver.act(server, { kind: 'load', address: at }).outcome).toMatchObject({
      result: { value: 9 },
    });
    expect(
      tried(driver, server, vmm('MdlMap'), {
        mdl: local(theirs),
        addr: 0n,
        offset: 0n,
        size: 4096n,
        flags: 3n,
      }),
    ).toEqual({ outcome: 'refused rightsMissing', same: true });
    driver.done(client, 'handle.Handle.Revoke', { handle: local(mdl) });
    expect(short(driver.act(server, { kind: 'load', address: at }).outcome)).toBe('faulted');
  });

  it('is never written and executed: protection waits for every core [MEM-5]', () => {
    const driver = begin();
    const va = allocated(driver, 3 + 8);
    const protect = service(vmm('Protect'), { va: BigInt(va), size: 4096n, flags: 5n });

    expect(short(driver.act(client, protect).outcome)).toBe('blocked');
    const completed = driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(completed.completions.map(({ of }) => of)).toEqual([client]);
    expect(short(driver.act(client, { kind: 'fetch', address: va }).outcome)).toBe('done');
    expect(short(driver.act(client, { kind: 'store', address: va, value: 1 }).outcome)).toBe(
      'faulted',
    );
  });
});
