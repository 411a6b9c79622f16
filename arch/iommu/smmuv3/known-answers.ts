import type { KnownDmaAnswer } from '../known-answer.ts';
import { smmuFaults } from './known-faults.ts';
import { smmuStreams } from './known-streams.ts';
import { smmuTranslations } from './known-translations.ts';

/**
 * Requests whose outcome was worked out by hand from IHI 0070 and DDI 0487. Places of fields agree with the
 * headers of FreeBSD's driver (smmureg.h) and QEMU's model (smmuv3-internal.h); what makes an entry or descriptor bad,
 * and what an event tells, is from memory of the manual.
 */
export const smmuKnownAnswers: readonly KnownDmaAnswer[] = [
  ...smmuTranslations,
  ...smmuStreams,
  ...smmuFaults,
];
