import { describe, expect, it } from 'vitest';
import { local, short } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, sendHandle, tried } from '../../test-services.ts';
import {
  allocated,
  begin,
  buffer,
  bytes,
  client,
  data,
  flags,
  mapping,
  pagesOf,
  server,
} from './test-vmm.ts';

const name = 'vmm.VMM.MdlMap';

describe('vmm.VMM.MdlMap', () => {
  it('maps the same memory for all who hold a buffer, each with its own rights [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client);
    driver.done(client, name, mapping(mdl));
    const theirs = sendHandle(driver, client, server, local(mdl, 0x1_0007));
    driver.done(server, name, { ...mapping(theirs, flags.read), addr: 0x20000n });
    driver.act(client, { kind: 'store', address: 0x10000, value: 9 });

    expect(pagesOf(driver, 1)).toEqual(['0x20000 r--']);
    expect(driver.act(server, { kind: 'load', address: 0x20000 }).outcome).toMatchObject({
      result: { value: 9 },
    });
    expect(tried(driver, server, name, mapping(theirs))).toEqual(refusedFor('rightsMissing'));
  });

  it('maps no more once the handle is closed, or revoked [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client);
    const copying = { inHandle: local(mdl), newRightsMask: 0xffff_ffffn };
    const lent = driver.handle(client, 'handle.Handle.Copy', copying, 'outHandle');
    const theirs = sendHandle(driver, client, server, local(lent));
    driver.done(client, name, mapping(mdl));
    driver.done(server, name, mapping(theirs));
    driver.done(client, 'handle.Handle.Revoke', { handle: local(lent) });

    expect([pagesOf(driver, 0), pagesOf(driver, 1)]).toEqual([['0x10000 rw-'], []]);
    driver.done(client, 'handle.Handle.Close', { handle: local(mdl) });
    expect(pagesOf(driver, 0)).toEqual([]);
    expect(short(driver.act(client, { kind: 'load', address: 0x10000 }).outcome)).toBe('faulted');
  });

  it('maps a part of a buffer [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client, 3);
    driver.done(client, name, { ...mapping(mdl), size: bytes(3) });
    driver.done(client, name, { ...mapping(mdl), offset: bytes(1), size: bytes(2) });
    driver.act(client, { kind: 'store', address: 0x12000, value: 3 });

    expect(driver.act(client, { kind: 'load', address: 0x14000 }).outcome).toMatchObject({
      result: { value: 3 },
    });
  });

  it.each([
    ['invalidArgument', { flags: flags.write }],
    ['invalidArgument', { offset: 1n }],
    ['invalidArgument', { offset: bytes(1) }],
    ['invalidArgument', { size: 0n }],
    ['invalidArgument', { addr: 0x10001n }],
    ['invalidArgument', { addr: 0xffff_ffff_ffff_f000n }],
    ['writeExecute', { flags: data + flags.execute }],
    ['occupied', { addr: 0x10000n }],
    ['pagesFull', { size: bytes(1) }],
  ])('refuses %s: case %# [MEM-4]', (because, change) => {
    const driver = begin(undefined, because === 'pagesFull' ? { pages: 1 } : {});
    const mdl = buffer(driver, client);
    allocated(driver, client, data);

    const fields = { ...mapping(mdl), ...change };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });

  it('refuses rightsMissing, to execute a buffer of data: no handle to one allows it [MEM-5]', () => {
    const driver = begin();
    const mdl = buffer(driver, client);

    const fields = mapping(mdl, flags.read + flags.execute);
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('rightsMissing'));
  });

  it.each(handleFaults)('refuses %s [CAP-1]', (because) => {
    const driver = begin();
    const handles = faultyHandles(driver, client, buffer(driver, client));

    const fields = { ...mapping(0), mdl: handles[because] };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });
});
