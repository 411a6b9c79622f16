import { riskIds } from '../../../spec/risks.ts';
import { makeComplaints } from '../../document/complaints.ts';
import type { Placed } from '../../document/json-fields.ts';
import { archNames } from '../../names.ts';
import type { ArchName } from '../../names.ts';
import { interruptKinds, iommuKinds, regionKinds } from '../board.ts';
import type { Board, Interrupts, MapRegion, SharedLine, SharedPage } from '../board.ts';
import { checkBoard } from '../check.ts';
import type { BoardCode } from '../codes.ts';
import type { BoardComplaint, ComplainOfBoard } from '../complaint.ts';
import { findChoiceAt, membersAt, numbersAt, regionAt, stringAt } from './fields.ts';
import { deviceAt } from './read-device.ts';

/** What a document comes to: a board that passes the check, or what is wrong with it. */
export type ReadBoard =
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'faulty'; readonly complaints: readonly BoardComplaint[] };

const isArch = (name: string): name is ArchName => Object.hasOwn(archNames, name);

const archs: readonly ArchName[] = Object.keys(archNames).filter(isArch);

const mapRegionAt = (item: Placed, complain: ComplainOfBoard): MapRegion => {
  const names = ['name', 'holds', 'base', 'bytes', 'source'];
  const { text, choice, address, remark } = membersAt(item, names, complain);
  return {
    name: text('name'),
    holds: choice('holds', regionKinds, 'devices'),
    base: address('base'),
    bytes: address('bytes'),
    source: remark('source'),
  };
};

const interruptsAt = (item: Placed, complain: ComplainOfBoard): Interrupts => {
  const names = ['kind', 'first', 'lines', 'doorbell', 'remapping', 'source'];
  const { choice, number, part, flag, remark } = membersAt(item, names, complain);
  return {
    kind: choice('kind', interruptKinds, 'gicV2'),
    first: number('first', 32),
    lines: number('lines', 32),
    doorbell: part('doorbell', (one) => regionAt(one, complain)),
    remapping: flag('remapping'),
    source: remark('source'),
  };
};

const sharedPageAt = (item: Placed, complain: ComplainOfBoard): SharedPage => {
  const { address, items } = membersAt(item, ['base', 'devices'], complain);
  return { base: address('base'), devices: items('devices', (one) => stringAt(one, complain)) };
};

const sharedLineAt = (item: Placed, complain: ComplainOfBoard): SharedLine => {
  const { number, items } = membersAt(item, ['line', 'devices'], complain);
  return { line: number('line', 32), devices: items('devices', (one) => stringAt(one, complain)) };
};

const boardMembers = [
  'name',
  'title',
  'notes',
  'source',
  'cores',
  'arch',
  'settings',
  'physicalBits',
  'pageBytes',
  'map',
  'interrupts',
  'iommu',
  'devices',
  'sharedPages',
  'sharedLines',
  'risks',
];

const boardAt = (json: unknown, complain: ComplainOfBoard): Board => {
  const members = membersAt({ path: '', value: json }, boardMembers, complain);
  const { text, remark, number, choice, items, part, needed } = members;
  const risksListed = items('risks', (one) => findChoiceAt(one, riskIds, complain));
  return {
    name: text('name'),
    title: text('title'),
    notes: items('notes', (one) => stringAt(one, complain)),
    source: remark('source'),
    cores: number('cores', 16),
    arch: choice('arch', archs, 'armv7'),
    settings: part('settings', (one) => numbersAt(one, complain)) ?? {},
    physicalBits: number('physicalBits', 8),
    pageBytes: number('pageBytes', 32),
    map: items('map', (one) => mapRegionAt(one, complain)),
    interrupts: interruptsAt(needed('interrupts'), complain),
    iommu: choice('iommu', iommuKinds, 'none'),
    devices: items('devices', (one) => deviceAt(one, complain)),
    sharedPages: items('sharedPages', (one) => sharedPageAt(one, complain)),
    sharedLines: items('sharedLines', (one) => sharedLineAt(one, complain)),
    risks: risksListed.flatMap((id) => (id === undefined ? [] : [id])),
  };
};

/**
 * Reads a board of a user's own, a JSON document, and checks it.
 *
 * Source: spec/formats/board.md.
 */
export const readBoard = (json: unknown): ReadBoard => {
  const { complain, all } = makeComplaints<BoardCode>('BRD-002');
  const board = boardAt(json, complain);
  const complaints = all().length > 0 ? all() : checkBoard(board);
  return complaints.length > 0 ? { kind: 'faulty', complaints } : { kind: 'board', board };
};
