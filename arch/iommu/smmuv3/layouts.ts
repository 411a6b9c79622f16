import { address, flag, ignored, layout, number } from '../../layout.ts';

/** Bits of no meaning here: those of caches, shareability, hints, and features that the hardware modelled has not. */
const ste0 = layout('STE, word 0', 'IHI 0070 5.2', 64, [
  flag(0, 'V'),
  number(1, 3, 'Config'),
  number(4, 5, 'S1Fmt'),
  address(6, 51),
  ignored(52, 58),
  number(59, 63, 'S1CDMax'),
]);

const ste1 = layout('STE, word 1', 'IHI 0070 5.2', 64, [
  number(0, 1, 'S1DSS'),
  number(2, 3, 'S1CIR'),
  number(4, 5, 'S1COR'),
  number(6, 7, 'S1CSH'),
  ignored(8, 26),
  flag(27, 'S1STALLD'),
  number(28, 29, 'EATS'),
  number(30, 31, 'STRW'),
  ignored(32, 43),
  number(44, 45, 'SHCFG'),
  ignored(46, 63),
]);

const ste2 = layout('STE, word 2', 'IHI 0070 5.2', 64, [
  number(0, 15, 'S2VMID'),
  ignored(16, 31),
  number(32, 37, 'S2T0SZ'),
  number(38, 39, 'S2SL0'),
  number(40, 41, 'S2IR0'),
  number(42, 43, 'S2OR0'),
  number(44, 45, 'S2SH0'),
  number(46, 47, 'S2TG'),
  number(48, 50, 'S2PS'),
  flag(51, 'S2AA64'),
  flag(52, 'S2ENDI'),
  flag(53, 'S2AFFD'),
  flag(54, 'S2PTW'),
  flag(55, 'S2HD'),
  flag(56, 'S2HA'),
  flag(57, 'S2S'),
  flag(58, 'S2R'),
  ignored(59, 63),
]);

const ste3 = layout('STE, word 3', 'IHI 0070 5.2', 64, [
  ignored(0, 3),
  address(4, 51),
  ignored(52, 63),
]);

/** The words of a stream table entry that say something here; the other four are 0. */
export const steLayouts = [ste0, ste1, ste2, ste3] as const;

const cd0 = layout('CD, word 0', 'IHI 0070 5.4', 64, [
  number(0, 5, 'T0SZ'),
  number(6, 7, 'TG0'),
  number(8, 9, 'IR0'),
  number(10, 11, 'OR0'),
  number(12, 13, 'SH0'),
  flag(14, 'EPD0'),
  flag(15, 'ENDI'),
  ignored(16, 29),
  flag(30, 'EPD1'),
  flag(31, 'V'),
  number(32, 34, 'IPS'),
  flag(35, 'AFFD'),
  ignored(36, 37),
  flag(38, 'TBI0'),
  ignored(39, 40),
  flag(41, 'AA64'),
  flag(42, 'HD'),
  flag(43, 'HA'),
  flag(44, 'S'),
  flag(45, 'R'),
  flag(46, 'A'),
  flag(47, 'ASET'),
  number(48, 63, 'ASID'),
]);

const cd1 = layout('CD, word 1', 'IHI 0070 5.4', 64, [
  ignored(0, 3),
  address(4, 51),
  ignored(52, 63),
]);

/** TTB1 is not modelled: EPD1 must be 1. */
const cd2 = layout('CD, word 2', 'IHI 0070 5.4', 64, [ignored(0, 63)]);

const cd3 = layout('CD, word 3', 'IHI 0070 5.4', 64, [
  number(0, 7, 'Attr0'),
  number(8, 15, 'Attr1'),
  ignored(16, 63),
]);

/** The words of a context descriptor that say something here. */
export const cdLayouts = [cd0, cd1, cd2, cd3] as const;

const event0 = layout('event, word 0', 'IHI 0070 7.3', 64, [
  number(0, 7, 'event'),
  ignored(8, 10),
  flag(11, 'SSV'),
  number(12, 31, 'SubstreamID'),
  number(32, 63, 'StreamID'),
]);

const event1 = layout('event, word 1', 'IHI 0070 7.3', 64, [
  number(0, 15, 'STAG'),
  ignored(16, 30),
  flag(31, 'Stall'),
  ignored(32),
  flag(33, 'PnU'),
  flag(34, 'InD'),
  flag(35, 'RnW'),
  ignored(36, 37),
  flag(38, 'NSIPA'),
  flag(39, 'S2'),
  number(40, 41, 'CLASS'),
  ignored(42, 63),
]);

const event2 = layout('event, word 2', 'IHI 0070 7.3', 64, [
  number(0, 31, 'InputAddr 31:0'),
  number(32, 63, 'InputAddr 63:32'),
]);

/** FetchAddr of what could not be read, or the IPA, a page, of a fault of the second stage. */
const event3 = layout('event, word 3', 'IHI 0070 7.3', 64, [
  ignored(0, 2),
  address(3, 51),
  ignored(52, 63),
]);

export const eventLayouts = [event0, event1, event2, event3] as const;
