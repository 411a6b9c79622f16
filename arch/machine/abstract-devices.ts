import { Defect, at } from '../../model/defect.ts';
import type { Walk } from '../walk.ts';
import type { DeviceTranslator, LetThrough } from './device-translator.ts';
import type { Translator } from './translator.ts';

const letThrough = (walk: Walk): LetThrough =>
  walk.kind === 'faulted' ? { kind: 'blocked' } : { kind: 'reached', physical: walk.address };

/** Domains as the maps of the abstract machine; where a device is attached is no word of memory. */
export const abstractDevices = (abstract: Translator): DeviceTranslator => ({
  name: 'abstract',
  pageBytes: abstract.pageBytes,
  begin: (memory) => memory,
  open: () => abstract.open(0, []),
  findContext: ({ dma }, device) => {
    const domain = dma.attached[device];
    return domain === undefined ? undefined : { domain, words: [] };
  },
  byTables: ({ memory, dma }, { domain }, { address, kind }) => {
    const access = { space: domain, address, kind };
    return letThrough(abstract.byTables(memory, at(dma.domains, domain), access).walk);
  },
  byKept: ({ memory, dma }, cached, { address, kind }) => {
    const { space } = cached;
    const access = { space, address, kind };
    const walk = abstract.byCached(memory, at(dma.domains, space), cached, access);
    return walk === undefined ? undefined : letThrough(walk);
  },
  attach: ({ memory }) => memory,
  detach: ({ memory }) => memory,
  map: ({ memory, dma }, domain, page) =>
    abstract.map(memory, at(dma.domains, domain), domain, page),
  unmap: ({ memory, dma }, domain, address) =>
    abstract.unmap(memory, at(dma.domains, domain), domain, address),
  pages: ({ dma }, domain) => {
    const space = at(dma.domains, domain);
    if (space.kind !== 'map') throw new Defect('domains of the abstract machine are maps');
    return space.pages.map(({ physical }) => physical);
  },
});
