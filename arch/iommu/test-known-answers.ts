import { readWord } from '../memory.ts';
import type { ReadWord } from '../memory.ts';
import { hex, memoryOf } from '../test-known-answers.ts';
import { formatWord, wordOfNumber } from '../word.ts';
import { translate } from './iommu.ts';
import type { DmaWalk, IommuFormat } from './iommu.ts';
import type { KnownDmaAnswer } from './known-answer.ts';

/** Memory ends below the last 16 MB of 2^40 bytes in the tests: no memory answers there. */
export const readable =
  (memory: ReturnType<typeof memoryOf>): ReadWord =>
  (address) =>
    address < 2 ** 40 - 2 ** 24 ? readWord(memory, address, 8) : undefined;

const answerOf = (walk: DmaWalk): KnownDmaAnswer['answer'] => {
  switch (walk.kind) {
    case 'translated':
      return { pa: formatWord(wordOfNumber(walk.address)) };
    case 'interrupt':
      return 'interrupt';
    case 'faulted':
      return {
        fault: walk.fault,
        code: formatWord(wordOfNumber(walk.code)),
        record: walk.record?.map(formatWord) ?? 'none',
      };
  }
};

/** What an IOMMU answers where the answer is known. */
export const answeredDma = (
  format: IommuFormat,
  known: KnownDmaAnswer,
): KnownDmaAnswer['answer'] => {
  const [kind, requester, address] = known.request;
  const read = readable(memoryOf(known.memory, 8));
  const request = { requester, address: hex(address), kind };
  return answerOf(translate(format.under(known.control ?? {}), read, hex(known.base), request));
};
