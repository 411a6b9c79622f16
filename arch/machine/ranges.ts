import { Defect } from '../../model/defect.ts';
import type { MachineSize, Owner } from './machine.ts';

/** What every format's root table fits in, and is aligned to, and each share. Units: bytes. */
export const rootBytes = 0x4000;

const roundedUp = (bytes: number, unit: number): number => Math.ceil(bytes / unit) * unit;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** Where in RAM the share of each space lies. */
export interface Ranges {
  readonly root: (space: number) => number;
  readonly tables: (space: number) => readonly number[];
  readonly frame: (space: number, index: number) => number;
  readonly ownerOf: (physical: number) => Owner;
  /** Units: bytes of a space's root table and of its other tables, which follow it. */
  readonly tableBytes: number;
}

/** Units: bytes of the share of one space. */
export const shareBytes = (
  { frames, tables }: Pick<MachineSize, 'frames' | 'tables'>,
  pageBytes: number,
): number => roundedUp(rootBytes + (tables + frames) * pageBytes, rootBytes);

const firstShare = ({ base }: MachineSize['ram']): number => roundedUp(base, rootBytes);

/** Units: bytes of RAM that shares may lie in. */
export const usableBytes = (ram: MachineSize['ram']): number =>
  Math.max(0, ram.base + ram.bytes - firstShare(ram));

/**
 * Lays out RAM: the share of each space in turn, so that where a frame lies tells nobody what another
 * process has done (ISO-3).
 *
 * Throws: `Defect`, if RAM is too small for the shares.
 */
export const layOut = (size: MachineSize, pageBytes: number): Ranges => {
  const { spaces, frames, tables, ram } = size;
  const stride = shareBytes(size, pageBytes);
  const base = firstShare(ram);
  if (stride * spaces > usableBytes(ram))
    throw new Defect('the shares of all spaces exceed the RAM of the machine');
  const root = (space: number): number => base + space * stride;
  const tableBytes = rootBytes + tables * pageBytes;
  return {
    root,
    tables: (space) => range(tables).map((index) => root(space) + rootBytes + index * pageBytes),
    frame: (space, index) => root(space) + tableBytes + index * pageBytes,
    tableBytes,
    ownerOf: (physical) => {
      if (physical < ram.base || physical >= ram.base + ram.bytes) return { kind: 'outside' };
      const space = Math.floor((physical - base) / stride);
      if (physical < base || space >= spaces) return { kind: 'kernel' };
      const offset = physical - root(space);
      if (offset < tableBytes) return { kind: 'tables', space };
      const index = Math.floor((offset - tableBytes) / pageBytes);
      return index < frames ? { kind: 'frame', space, index } : { kind: 'kernel' };
    },
  };
};
