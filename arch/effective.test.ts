import { describe, expect, it } from 'vitest';
import { formats, tlbFormats } from './catalogue.ts';

const none = { read: false, write: false, execute: false, user: false };
const { x86, x86_64, ept, armv8 } = formats;
const lpae = formats['armv7-lpae'];
const secondStage = formats['armv8-s2'];

const isIn = (rights: object, name: string): boolean =>
  new Map<string, unknown>(Object.entries(rights)).get(name) === true;

describe('the rights that a page has', () => {
  it('are those that were asked for, where the format can say them [ARCH-3]', () => {
    const asked = { read: true, write: true, execute: false, user: true };

    expect(x86_64.under({}).effective(asked)).toEqual(asked);
    expect(formats['x86-pae'].under({}).effective(asked)).toEqual(asked);
    expect(ept.under({}).effective(asked)).toEqual(asked);
  });

  it('have reading with them on x86: D1 of the differences [ARCH-3]', () => {
    const asked = { ...none, execute: true };

    expect(x86_64.under({}).effective(asked)).toEqual({ ...asked, read: true });
  });

  it('have execution with them where no bit forbids it: D2 [ARCH-3]', () => {
    const asked = { ...none, write: true };
    const has = { ...asked, read: true, execute: true };

    expect(x86.under({ nxe: 1 }).effective(asked)).toEqual(has);
    expect(x86_64.under({ nxe: 0 }).effective(asked)).toEqual(has);
    expect(formats['x86-pae'].under({ nxe: 0 }).effective(asked)).toEqual(has);
  });

  it('have reading with them in short descriptors too: D1 [ARCH-3]', () => {
    const asked = { ...none, write: true };

    expect(formats.armv7.under({}).effective(asked)).toEqual({ ...asked, read: true });
  });

  it("have execution with them on ARMv5, and writing in the kernel's: D8, D9 [ARCH-3]", () => {
    const { effective } = formats.armv5.under({});

    expect(effective({ ...none, read: true })).toEqual({
      read: true,
      write: true,
      execute: true,
      user: false,
    });
    expect(effective({ ...none, read: true, user: true })).toEqual({
      read: true,
      write: false,
      execute: true,
      user: true,
    });
  });

  it('have reading and execution with them on MIPS32: D10 [ARCH-3]', () => {
    expect(tlbFormats.mips32.effective({ ...none, write: true })).toEqual({
      ...none,
      read: true,
      write: true,
      execute: true,
    });
  });

  it('have reading with writing in a second stage, which knows no users: D3, D4 [ARCH-3]', () => {
    const { effective } = ept.under({});

    expect(effective({ ...none, write: true })).toEqual({
      ...none,
      read: true,
      write: true,
      user: true,
    });
    expect(effective({ ...none, execute: true })).toEqual({ ...none, execute: true, user: true });
  });

  it('have reading with them in a first stage of Arm: D13 [ARCH-3]', () => {
    const asked = { ...none, execute: true, user: true };

    expect(armv8.under({}).effective(asked)).toEqual({ ...asked, read: true });
    expect(lpae.under({}).effective(asked)).toEqual({ ...asked, read: true });
  });

  it('are those that were asked for in a second stage of Arm, but for users: D15 [ARCH-3]', () => {
    for (const right of ['read', 'write', 'execute']) {
      const asked = { ...none, [right]: true };

      expect(secondStage.under({}).effective(asked)).toEqual({ ...asked, user: true });
    }
  });

  it('are never fewer than those that were asked for [ARCH-3]', () => {
    const masks = Array.from({ length: 16 }, (_, mask) => mask);
    for (const { under } of Object.values(formats)) {
      for (const mask of masks) {
        const [read, write, execute, user] = [1, 2, 4, 8].map((bit) => (mask & bit) !== 0);
        const asked = { read, write, execute, user } as typeof none;
        const has = under({}).effective(asked);

        const lost = Object.keys(none).filter((name) => isIn(asked, name) && !isIn(has, name));
        expect(lost).toEqual([]);
      }
    }
  });
});
