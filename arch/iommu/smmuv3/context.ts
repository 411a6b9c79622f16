import type { ReadWord } from '../../memory.ts';
import type { Word } from '../../word.ts';
import type { DmaFaulted } from '../fault.ts';
import type { DmaContext, DmaRequest, Iommu } from '../iommu.ts';
import type { SmmuControl } from './control.ts';
import { inCd, isBadCd } from './descriptor.ts';
import { aborted, configurationFault, walkFault } from './events.ts';
import { secondStage } from './stages.ts';
import type { SmmuParts } from './stages.ts';
import {
  contextPointerOf,
  entryBytes,
  inSte,
  judgeSte,
  readStructure,
  stagesOf,
  streamTableOf,
} from './stream.ts';

/** Translations are tagged by VMID and ASID together. Source: IHI 0070 3.17. */
const domainOf = (ste: readonly Word[], asid: number): number =>
  inSte(ste, 'S2VMID') * 2 ** 16 + asid;

/** The context descriptor of a stream, which lies where the second stage says, if there is one. */
const withDescriptor = (
  parts: SmmuParts,
  read: ReadWord,
  ste: readonly Word[],
  request: DmaRequest,
): DmaContext | DmaFaulted => {
  const pointer = contextPointerOf(ste);
  const place = stagesOf(ste).second
    ? secondStage(parts, read, ste, [pointer, 'read'], 'descriptor')
    : ({ kind: 'reached', address: pointer } as const);
  if (place.kind === 'ended') return walkFault(request, place, inSte(ste, 'S2R') === 1);
  const cd = readStructure(read, place.address);
  if (cd === undefined) return configurationFault('cdFetch', request, place.address);
  if (isBadCd(cd)) return configurationFault('badCd', request);
  return { kind: 'context', domain: domainOf(ste, inCd(cd, 'ASID')), words: [...ste, ...cd] };
};

/** A stream that the table has no entry for. Source: IHI 0070 7.3: C_BAD_STREAMID; 6.3: SMMU_CR2.RECINVSID. */
const beyondTable = (request: DmaRequest, { recinvsid }: SmmuControl): DmaFaulted => {
  const fault = configurationFault('badStreamId', request);
  return recinvsid === 1 ? fault : { ...fault, record: undefined };
};

/**
 * What the stream table and a context descriptor say of a stream.
 *
 * Source: IHI 0070 3.3; 5.2; 5.4; 7.3.
 */
export const findContextBy =
  (parts: SmmuParts, control: SmmuControl): Iommu['findContext'] =>
  (read, base, request) => {
    if (request.requester >= 2 ** control.log2size) return beyondTable(request, control);
    const at = streamTableOf(base, control) + request.requester * entryBytes;
    const ste = readStructure(read, at);
    if (ste === undefined) return configurationFault('steFetch', request, at);
    const judged = judgeSte(ste, control);
    if (judged === 'aborted') return aborted;
    if (judged !== 'good') return configurationFault(judged, request);
    const { first, second } = stagesOf(ste);
    if (first) return withDescriptor(parts, read, ste, request);
    return { kind: 'context', domain: second ? domainOf(ste, 0) : 0, words: ste };
  };
