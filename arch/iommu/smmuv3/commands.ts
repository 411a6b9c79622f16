import { flag, ignored, layout, number, numberIn } from '../../layout.ts';
import type { Layout } from '../../layout.ts';
import { zero } from '../../word.ts';
import type { DmaInvalidation } from '../invalidation.ts';
import type { Iommu } from '../iommu.ts';
import { encodeRecord } from '../record.ts';
import { domainStage } from './control.ts';
import type { SmmuControl } from './control.ts';

const opcode = number(0, 7, 'opcode');

const cfgi: readonly [Layout<CfgiName>, Layout<CfgiName>] = [
  layout('CMD_CFGI, word 0', 'IHI 0070 4.3', 64, [
    opcode,
    ignored(8, 9),
    flag(10, 'SSec'),
    ignored(11),
    number(12, 31, 'SSID'),
    number(32, 63, 'StreamID'),
  ]),
  layout('CMD_CFGI, word 1', 'IHI 0070 4.3', 64, [number(0, 4, 'Leaf or Range'), ignored(5, 63)]),
];
type CfgiName = 'opcode' | 'SSec' | 'SSID' | 'StreamID' | 'Leaf or Range';

const tlbi: readonly [Layout<TlbiName>, Layout<TlbiName>] = [
  layout('CMD_TLBI, word 0', 'IHI 0070 4.4', 64, [
    opcode,
    ignored(8, 31),
    number(32, 47, 'VMID'),
    number(48, 63, 'ASID'),
  ]),
  layout('CMD_TLBI, word 1', 'IHI 0070 4.4', 64, [
    flag(0, 'Leaf'),
    ignored(1, 11),
    number(12, 63, 'Address'),
  ]),
];
type TlbiName = 'opcode' | 'VMID' | 'ASID' | 'Leaf' | 'Address';

const sync: readonly [Layout<SyncName>, Layout<SyncName>] = [
  layout('CMD_SYNC, word 0', 'IHI 0070 4.7', 64, [
    opcode,
    ignored(8, 11),
    number(12, 13, 'CS'),
    ignored(14, 21),
    number(22, 23, 'MSH'),
    number(24, 27, 'MSIAttr'),
    ignored(28, 31),
    number(32, 63, 'MSIData'),
  ]),
  layout('CMD_SYNC, word 1', 'IHI 0070 4.7', 64, [
    ignored(0, 1),
    number(2, 51, 'MSIAddress'),
    ignored(52, 63),
  ]),
];
type SyncName = 'opcode' | 'CS' | 'MSH' | 'MSIAttr' | 'MSIData' | 'MSIAddress';

export const commandLayouts: readonly Layout[] = [...cfgi, ...tlbi, ...sync];

/** Source: IHI 0070 4.1. */
const opcodes = {
  cfgiSte: 0x03,
  cfgiSteRange: 0x04,
  cfgiCd: 0x05,
  cfgiCdAll: 0x06,
  tlbiNhAll: 0x10,
  tlbiNhAsid: 0x11,
  tlbiNhVa: 0x12,
  tlbiS12VmAll: 0x28,
  tlbiS2Ipa: 0x2a,
  tlbiNsnhAll: 0x30,
  sync: 0x46,
} as const;

/** CMD_CFGI_ALL is the range of all streams. Source: IHI 0070 4.3: CMD_CFGI_ALL. */
const allStreams = 31;

const syncing = encodeRecord(sync, { opcode: opcodes.sync });

const pageCommand = (stage: 'first' | 'second', domain: number, address: number) => {
  const Address = address / 2 ** 12;
  return stage === 'first'
    ? encodeRecord(tlbi, { opcode: opcodes.tlbiNhVa, ASID: domain, Address })
    : encodeRecord(tlbi, { opcode: opcodes.tlbiS2Ipa, VMID: domain, Address });
};

const domainCommand = (stage: 'first' | 'second', domain: number) =>
  stage === 'first'
    ? encodeRecord(tlbi, { opcode: opcodes.tlbiNhAsid, ASID: domain })
    : encodeRecord(tlbi, { opcode: opcodes.tlbiS12VmAll, VMID: domain });

/** Commands for the command queue, CMD_SYNC behind them. Source: IHI 0070 4.3, 4.4, 4.7. */
export const commandsBy =
  (control: SmmuControl): Iommu['commandsFor'] =>
  (what) => {
    const stage = domainStage(control);
    switch (what.kind) {
      case 'device': {
        const StreamID = what.requester;
        const ofEntry = { opcode: opcodes.cfgiSte, StreamID, 'Leaf or Range': 1 };
        const ofDescriptor = { opcode: opcodes.cfgiCd, StreamID, 'Leaf or Range': 1 };
        return [encodeRecord(cfgi, ofEntry), encodeRecord(cfgi, ofDescriptor), syncing];
      }
      case 'page':
        return [pageCommand(stage, what.domain, what.address), syncing];
      case 'domain':
        return [domainCommand(stage, what.domain), syncing];
      case 'devices':
        return [
          encodeRecord(cfgi, { opcode: opcodes.cfgiSteRange, 'Leaf or Range': allStreams }),
          syncing,
        ];
      case 'domains':
        return [encodeRecord(tlbi, { opcode: opcodes.tlbiNsnhAll }), syncing];
      case 'wait':
        return [syncing];
    }
  };

const device = (requester: number): DmaInvalidation => ({
  kind: 'device',
  requester,
  domain: 'any',
});

/** The streams of a range; all of them where it has more than a StreamID has bits for. */
const streamsOf = (stream: number, range: number): readonly DmaInvalidation[] => {
  if (range >= 16) return [{ kind: 'devices' }];
  const count = 2 ** (range + 1);
  const first = stream - (stream % count);
  return Array.from({ length: count }, (_, index) => device(first + index));
};

/** What commands of the first stage mean for domains that have it; VMID is 0 there. */
const firstStageMeaning = (
  code: number,
  [vmid, asid, address]: readonly [number, number, number],
): readonly DmaInvalidation[] => {
  if (vmid !== 0) return [];
  switch (code) {
    case opcodes.tlbiNhVa:
      return [{ kind: 'page', domain: asid, address }];
    case opcodes.tlbiNhAsid:
      return [{ kind: 'domain', domain: asid }];
    case opcodes.tlbiNhAll:
    case opcodes.tlbiS12VmAll:
      return [{ kind: 'domains' }];
    default:
      return [];
  }
};

/** What commands mean for domains of the second stage. */
const secondStageMeaning = (
  code: number,
  [domain, , address]: readonly [number, number, number],
): readonly DmaInvalidation[] => {
  if (code === opcodes.tlbiS2Ipa) return [{ kind: 'page', domain, address }];
  return code === opcodes.tlbiS12VmAll ? [{ kind: 'domain', domain }] : [];
};

/** What a command has hardware forget; more than it says is not modelled as forgotten. */
export const meaningBy =
  (control: SmmuControl): Iommu['meaningOf'] =>
  ([low = zero, high = zero]) => {
    const code = numberIn(tlbi[0], low, 'opcode');
    const stream = numberIn(cfgi[0], low, 'StreamID');
    switch (code) {
      case opcodes.cfgiSte:
      case opcodes.cfgiCd:
      case opcodes.cfgiCdAll:
        return [device(stream)];
      case opcodes.cfgiSteRange:
        return streamsOf(stream, numberIn(cfgi[1], high, 'Leaf or Range'));
      case opcodes.tlbiNsnhAll:
        return [{ kind: 'domains' }];
      case opcodes.sync:
        return [{ kind: 'wait' }];
    }
    const [vmid, asid] = [numberIn(tlbi[0], low, 'VMID'), numberIn(tlbi[0], low, 'ASID')];
    const named = [vmid, asid, numberIn(tlbi[1], high, 'Address') * 2 ** 12] as const;
    return domainStage(control) === 'first'
      ? firstStageMeaning(code, named)
      : secondStageMeaning(code, named);
  };
