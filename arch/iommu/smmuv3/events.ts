import { encode } from '../../layout.ts';
import type { FaultName } from '../../walk.ts';
import { zero } from '../../word.ts';
import type { DmaFaultName, DmaFaulted } from '../fault.ts';
import type { DmaRequest } from '../iommu.ts';
import { eventLayouts } from './layouts.ts';

/** Events of the configuration. Source: IHI 0070 7.3. */
const configurationEvents = {
  badStreamId: { code: 0x02, fault: 'noContext' },
  steFetch: { code: 0x03, fault: 'externalOnContext' },
  noSte: { code: 0x04, fault: 'noContext' },
  badSte: { code: 0x04, fault: 'invalidContext' },
  streamDisabled: { code: 0x06, fault: 'aborted' },
  cdFetch: { code: 0x09, fault: 'externalOnContext' },
  badCd: { code: 0x0a, fault: 'invalidContext' },
} as const satisfies Record<string, { code: number; fault: DmaFaultName }>;

/** Events of translation, by the fault of a walk. Source: IHI 0070 7.3. */
const walkEvents = {
  externalOnWalk: 0x0b,
  notPresent: 0x10,
  addressSize: 0x11,
  accessFlag: 0x12,
  permission: 0x13,
} as const;

export type WalkFault = keyof typeof walkEvents;

export const isWalkFault = (fault: FaultName): fault is WalkFault => fault in walkEvents;

/** CLASS: what was accessed as the fault arose. Source: IHI 0070 7.3: F_TRANSLATION. */
const classes = { descriptor: 0, table: 1, input: 2 } as const;

const [event0, event1, event2, event3] = eventLayouts;

const firstWord = (code: number, { requester }: DmaRequest) =>
  encode(event0, { address: 0, numbers: { event: code, StreamID: requester } });

const lastWord = (address: number) => encode(event3, { address, numbers: {} });

/** A request that no stream table entry or context descriptor is good for. Units: `fetched` is what could not be read. */
export const configurationFault = (
  event: keyof typeof configurationEvents,
  request: DmaRequest,
  fetched = 0,
): DmaFaulted => {
  const { code, fault } = configurationEvents[event];
  const record = [firstWord(code, request), zero, zero, lastWord(fetched)];
  return { kind: 'faulted', fault, code, record };
};

/** Of a stream that is to reach nothing: no event. Source: IHI 0070 5.2: Config 0b0xx. */
export const aborted: DmaFaulted = {
  kind: 'faulted',
  fault: 'aborted',
  code: 0,
  record: undefined,
};

/** Where a walk ended. Shape: `address` is what the last word of the record tells: an IPA, or FetchAddr. */
export interface WalkEnd {
  readonly fault: WalkFault;
  readonly stage: 'first' | 'second';
  readonly accessed: keyof typeof classes;
  readonly address: number;
}

const pageBytes = 0x1000;

/** The fault of a walk, with its event if R, or S2R, says so. An IPA is told as that of its page. */
export const walkFault = (request: DmaRequest, end: WalkEnd, isRecorded: boolean): DmaFaulted => {
  const code = walkEvents[end.fault];
  const { high, low } = request.address;
  const numbers = {
    RnW: Number(request.kind === 'read'),
    S2: Number(end.stage === 'second'),
    CLASS: classes[end.accessed],
  };
  const told =
    end.fault === 'externalOnWalk' ? end.address : end.address - (end.address % pageBytes);
  const record = [
    firstWord(code, request),
    encode(event1, { address: 0, numbers }),
    encode(event2, { address: 0, numbers: { 'InputAddr 31:0': low, 'InputAddr 63:32': high } }),
    lastWord(told),
  ];
  return { kind: 'faulted', fault: end.fault, code, record: isRecorded ? record : undefined };
};
