import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import type { AccessIntent } from '../../model/step.ts';
import { anotherThread, service, short } from './test-kernel.ts';
import type { Driver } from './test-kernel.ts';
import { allocated, begin, bytes, client, data, flags, framesOf } from './services/vmm/test-vmm.ts';

const page = 0x10000;

const code = flags.read + flags.execute;

const on = (driver: Driver, core: number, intent: AccessIntent) =>
  driver.step({ ...intent, by: client, core });

const withPage = (asked: bigint): Driver => {
  const driver = begin();
  allocated(driver, client, asked);
  return driver;
};

/** A page with a word in it that was freed: the second core has not forgotten it. */
const freed = (): Driver => {
  const driver = withPage(data);
  driver.act(client, { kind: 'store', address: page, value: 7 });
  driver.done(client, 'vmm.VMM.Free', { va: BigInt(page) });
  return driver;
};

describe('access', () => {
  it('reads and writes the word that the address lies in, of 32 bits [MEM-2]', () => {
    const driver = withPage(data);

    const { outcome, accesses } = driver.act(client, {
      kind: 'store',
      address: page + 7,
      value: 2 ** 32 + 5,
    });

    expect(outcome).toEqual({ kind: 'done', result: { kind: 'accessed', value: 5 } });
    expect(accesses).toMatchObject([{ by: client, kind: 'store', value: 5 }]);
    expect(Number(accesses[0]?.physical) % 4096).toBe(4);
    expect(driver.act(client, { kind: 'load', address: page + 4 }).outcome).toEqual(outcome);
  });

  it.each([
    ['store', flags.read],
    ['store', code],
    ['fetch', data],
    ['fetch', flags.read],
  ] as const)('faults, for a %s that the rights %i do not allow [MEM-2]', (kind, asked) => {
    const driver = withPage(asked);
    const intent: AccessIntent =
      kind === 'store' ? { kind, address: page, value: 1 } : { kind, address: page };

    const { outcome, accesses, ended } = driver.act(client, intent);

    expect(outcome).toEqual({ kind: 'faulted', code: 1 });
    expect(accesses).toEqual([]);
    expect(ended).toEqual([client]);
  });

  it.each([0, -4, 0.5, page - 1, page + 4096, 2 ** 32, 2 ** 53, Number.NaN])(
    'faults where nothing is mapped: at %d [MEM-2]',
    (address) => {
      expect(short(withPage(data).act(client, { kind: 'load', address }).outcome)).toBe('faulted');
    },
  );

  it.each([
    ['a core', { core: 2 }],
    ['a translation', { way: 1 }],
  ])('is a defect by %s that is not there [MEM-2]', (_, more) => {
    const driver = withPage(data);
    const action = { kind: 'load', address: page, by: client, ...more } as const;

    expect(() => driver.step(action)).toThrow(Defect);
  });

  it('leaves the core as it was: it forgets nothing that it is asked to [MEM-3]', () => {
    const driver = freed();
    const store = { kind: 'store', address: page, value: 8, way: 1 } as const;

    expect(on(driver, 1, store).outcome).toMatchObject({ result: { value: 8 } });
    expect(driver.kernel.invalidating(driver.state)).toEqual([1]);
    expect(on(driver, 1, store).outcome).toMatchObject({ result: { value: 8 } });
    expect(framesOf(driver, 0)).toBe('pfff');
  });

  it('has the core forget what it is asked to when it faults: the kernel is entered [MEM-3]', () => {
    const driver = freed();

    expect(short(on(driver, 1, { kind: 'load', address: page }).outcome)).toBe('faulted');
    expect(driver.kernel.invalidating(driver.state)).toEqual([]);
    expect(framesOf(driver, 0)).toBe('ffff');
  });

  it('does not fault by fewer rights than the page has now, which a core has kept [MEM-2]', () => {
    const driver = withPage(flags.read);
    const fields = { va: BigInt(page), size: bytes(1), flags: data };
    driver.act(client, service('vmm.VMM.Protect', fields));
    driver.step({ kind: 'completeInvalidation', core: 1 });

    const stored = on(driver, 1, { kind: 'store', address: page, value: 3, way: 1 });

    expect(stored.outcome).toMatchObject({ kind: 'done', result: { value: 3 } });
  });

  it('goes by rights that were taken away until its core has forgotten them [MEM-5]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    driver.act(second, service('vmm.VMM.Protect', { va, size: bytes(1), flags: flags.read }));
    const store = { kind: 'store', address: page, value: 4, way: 1, by: client, core: 1 } as const;

    expect(short(driver.step(store).outcome)).toBe('done');
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(short(on(driver, 1, { kind: 'store', address: page, value: 4 }).outcome)).toBe(
      'faulted',
    );
  });

  it('has the core asked once to forget a page that is taken away while its rights change [MEM-3]', () => {
    const driver = begin(undefined, { threads: 2 });
    const va = allocated(driver, client, data);
    const second = anotherThread(driver, client);
    driver.act(second, service('vmm.VMM.Protect', { va, size: bytes(1), flags: flags.read }));
    driver.done(client, 'vmm.VMM.Free', { va: BigInt(page) });

    expect(driver.state.objects.machine.cores[1]?.pending).toHaveLength(1);
  });
});
