import type { Board } from './board.ts';
import type { Region } from './region.ts';
import { endOf } from './region.ts';

/** The devices that have something in common, by what it is, and where the last of them says so. */
export type Sharing = ReadonlyMap<
  number,
  { readonly devices: readonly string[]; readonly path: string }
>;

interface Claim {
  readonly of: number;
  readonly device: string;
  readonly path: string;
}

const sharingOf = (claims: readonly Claim[]): Sharing => {
  const claimed = new Map<number, { readonly devices: Set<string>; path: string }>();
  for (const { of, device, path } of claims) {
    const held = claimed.get(of);
    if (held === undefined) claimed.set(of, { devices: new Set([device]), path });
    else if (!held.devices.has(device)) {
      held.devices.add(device);
      held.path = path;
    }
  }
  return new Map(
    [...claimed]
      .filter(([, { devices }]) => devices.size > 1)
      .map(([of, { devices, path }]) => [of, { devices: [...devices], path }]),
  );
};

/** The pages that a region begins and ends in; what fills a page between them overlaps it. */
const edges = (region: Region, pageBytes: number): readonly number[] => {
  const pageAt = (address: number): number => address - (address % pageBytes);
  return [...new Set([pageAt(region.base), pageAt(endOf(region) - 1)])];
};

/** The pages that hold registers of several devices, by their addresses. */
export const sharedPagesOf = ({ devices, pageBytes }: Board): Sharing =>
  sharingOf(
    devices.flatMap(({ name, mmio }, index) =>
      mmio.flatMap((region, at) =>
        region.bytes === 0
          ? []
          : edges(region, pageBytes).map((page) => ({
              of: page,
              device: name,
              path: `devices[${String(index)}].mmio[${String(at)}]`,
            })),
      ),
    ),
  );

/** The interrupt lines that several devices raise. */
export const sharedLinesOf = ({ devices }: Board): Sharing =>
  sharingOf(
    devices.flatMap(({ name, lines }, index) =>
      lines.map((line, at) => ({
        of: line,
        device: name,
        path: `devices[${String(index)}].lines[${String(at)}]`,
      })),
    ),
  );
