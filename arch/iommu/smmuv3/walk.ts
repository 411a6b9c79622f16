import { meets, numberOf, ones } from '../../word.ts';
import type { DmaRequest, DmaWalk, Iommu } from '../iommu.ts';
import { outputBits } from './control.ts';
import { inCd } from './descriptor.ts';
import { walkFault } from './events.ts';
import { firstStage, secondStage } from './stages.ts';
import type { SmmuParts } from './stages.ts';
import { inSte, stagesOf } from './stream.ts';

/** An address that no first stage looks at must be one that there is. Source: IHI 0070 3.4. */
const bypassed = (request: DmaRequest): DmaWalk =>
  meets(request.address, ones(outputBits, 63))
    ? walkFault(
        request,
        { fault: 'addressSize', stage: 'first', accessed: 'input', address: 0 },
        true,
      )
    : { kind: 'translated', address: numberOf(request.address) };

/**
 * Translates a request of a stream by the stages that its entry asks for.
 *
 * Shape: the words of the context are four of the stream table entry, and four of the descriptor.
 * Source: IHI 0070 3.3; 3.4; 7.3.
 */
export const walkBy =
  (parts: SmmuParts): Iommu['walk'] =>
  (read, { words }, request) => {
    const [ste, cd] = [words.slice(0, 4), words.slice(4)];
    const { first, second } = stagesOf(ste);
    const isSecondRecorded = inSte(ste, 'S2R') === 1;
    const between = first
      ? firstStage(parts, read, [ste, cd], [request.address, request.kind], second)
      : bypassed(request);
    if (between.kind === 'faulted' || between.kind === 'interrupt') return between;
    if (between.kind === 'ended') {
      const isRecorded = between.stage === 'first' ? inCd(cd, 'R') === 1 : isSecondRecorded;
      return walkFault(request, between, isRecorded);
    }
    if (!second) return { kind: 'translated', address: between.address };
    const end = secondStage(parts, read, ste, [between.address, request.kind], 'input');
    return end.kind === 'ended'
      ? walkFault(request, end, isSecondRecorded)
      : { kind: 'translated', address: end.address };
  };
