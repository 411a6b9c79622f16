import { edited } from '../page.ts';
import type { Iommu, IommuFormat } from './iommu.ts';
import { domains } from './test-agreement.ts';
import { makeVtd } from './vtd/format.ts';
import { permitsDma } from './vtd/walk.ts';

/** A format some of whose parts are others. */
export const changed = (
  format: IommuFormat,
  change: (iommu: Iommu) => Partial<Iommu>,
): IommuFormat => ({
  ...format,
  under: (settings) => {
    const iommu = format.under(settings);
    return { ...iommu, ...change(iommu) };
  },
});

/** An IOMMU with one mistake each, of its driver or its hardware, that any kind may have. */
export const dmaHolesOf = (format: IommuFormat): readonly (readonly [string, IommuFormat])[] => [
  [
    'leaves a device attached',
    changed(format, () => ({ detach: (memory) => edited(memory, [], []) })),
  ],
  [
    'puts every device into one domain',
    changed(format, ({ attach }) => ({
      attach: (memory, base, requester, domain, frames) =>
        attach(memory, base, requester, domains[0] ?? domain, frames),
    })),
  ],
  [
    'takes requesters for each other',
    changed(format, ({ findContext }) => ({
      findContext: (read, base, request) =>
        findContext(read, base, { ...request, requester: request.requester % 256 }),
    })),
  ],
  [
    'maps pages that may be written',
    changed(format, ({ tables }) => ({
      tables: {
        ...tables,
        map: (memory, base, page, frames) =>
          tables.map(memory, base, { ...page, rights: { ...page.rights, write: true } }, frames),
      },
    })),
  ],
  [
    'never takes rights away',
    changed(format, ({ tables }) => ({
      tables: { ...tables, protect: (memory) => edited(memory, [], []) },
    })),
  ],
];

/** VT-d with one wrong permission bit. */
export const vtdHoles: readonly (readonly [string, IommuFormat])[] = [
  [
    'takes writes for reads',
    makeVtd({ permits: (request, path) => permitsDma({ ...request, kind: 'read' }, path) }),
  ],
  [
    'takes reads for writes',
    makeVtd({ permits: (request, path) => permitsDma({ ...request, kind: 'write' }, path) }),
  ],
  ['looks at no right', makeVtd({ permits: () => true })],
];
