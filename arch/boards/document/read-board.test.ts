import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boards } from '../catalogue.ts';
import { boardCodes } from '../codes.ts';
import { boardNames } from '../names.ts';
import { readBoard } from './read-board.ts';
import { boardDocument } from './write-board.ts';

const page = readFileSync(new URL('../../../spec/formats/board.md', import.meta.url), 'utf8');

const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const solo = boardDocument(boards['imx6-solo']);
const virt = boardDocument(boards['virt-smmuv3']);

const told = (json: unknown): readonly string[] => {
  const read = readBoard(json);
  return read.kind === 'board' ? [] : read.complaints.map(({ code, path }) => `${code} ${path}`);
};

describe('a board document', () => {
  it.each(boardNames)('reads as the board that it was written from: %s [BOARD-3]', (name) => {
    const board = boards[name];

    expect(readBoard(copyOf(boardDocument(board)))).toEqual({ kind: 'board', board });
  });

  it('may leave out what there is none of [BOARD-3]', () => {
    const { notes, source, settings, sharedLines, ...rest } = { ...boards['imx6-solo'] };
    const read = readBoard(boardDocument({ notes, source, settings, sharedLines, ...rest }));
    const shorter = { ...solo, notes: undefined, source: undefined, sharedLines: undefined };

    expect(read.kind).toBe('board');
    expect(readBoard(copyOf(shorter))).toEqual({
      kind: 'board',
      board: { ...boards['imx6-solo'], notes: [], source: '' },
    });
  });

  it.each([
    ['not an object', 7, 'BRD-001 '],
    ['a member that is missing', { ...solo, name: undefined }, 'BRD-001 name'],
    ['a member of another kind', { ...solo, devices: {} }, 'BRD-001 devices'],
    ['no interrupts', { ...solo, interrupts: null }, 'BRD-001 interrupts'],
    ['an unknown architecture', { ...solo, arch: 'riscv64' }, 'BRD-001 arch'],
    ['a risk that is none', { ...solo, risks: ['RISK-NONE'] }, 'BRD-001 risks[0]'],
    ['a number that is none', { ...solo, cores: 1.5 }, 'BRD-003 cores'],
    ['a number below zero', { ...solo, cores: -1 }, 'BRD-003 cores'],
    ['a number of too many bits', { ...solo, cores: 65536 }, 'BRD-003 cores'],
    ['a text that is no number', { ...solo, pageBytes: '4 KB' }, 'BRD-003 pageBytes'],
    ['an address of 64 bits', { ...solo, pageBytes: '0x1000000000000000' }, 'BRD-003 pageBytes'],
    ['a member that is misspelt', { ...solo, sharedPage: [] }, 'BRD-004 sharedPage'],
    ['a prototype', JSON.parse('{"__proto__":{"name":"x"}}') as unknown, 'BRD-004 __proto__'],
  ])('is refused for %s, with a code and a place [GATE-1, BOARD-3]', (_, json, complaint) => {
    expect(told(copyOf(json))).toContain(complaint);
  });

  it.each([
    [{ kind: 'pci', function: '00:20.0', engine: 'own' }, 'BRD-003 devices[0].master.function'],
    [{ kind: 'pci', function: 8, engine: 'own' }, 'BRD-001 devices[0].master.function'],
    [{ kind: 'stream', engine: 'own' }, 'BRD-001 devices[0].master.stream'],
    [{ kind: 'isa', engine: 'own' }, 'BRD-001 devices[0].master.kind'],
    [{ kind: 'unremapped', engine: 'fast' }, 'BRD-001 devices[0].master.engine'],
  ])('is refused for a master %j [GATE-1, BOARD-3]', (master, complaint) => {
    const [first] = boards['virt-smmuv3'].devices;
    const devices = [{ name: first?.name ?? '', role: 'uart', master }];

    expect(told(copyOf({ ...virt, devices }))).toContain(complaint);
  });

  it('is checked as the boards of the catalogue are [GATE-1, BOARD-3]', () => {
    expect(told(copyOf({ ...solo, cores: 0, sharedPages: [] }))).toContain('BRD-006 cores');
  });

  it('is refused where a control bit is named as nothing is [GATE-1, BOARD-3]', () => {
    const settings = JSON.parse('{"__proto__":1,"constructor":2}') as unknown;

    expect(told(copyOf({ ...solo, settings }))).toEqual([
      'BRD-008 settings.__proto__',
      'BRD-008 settings.constructor',
    ]);
  });
});

describe('the page of board documents', () => {
  it('has the codes, word by word [LANG-3]', () => {
    const rows = [...page.matchAll(/^\| (BRD-\d+) +\| (.*?) +\|$/gm)];

    expect(Object.fromEntries(rows.map(([, code, says]) => [code, says]))).toEqual(boardCodes);
  });

  it('has an example that reads [BOARD-3]', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const read = readBoard(JSON.parse(example));

    expect(read.kind === 'faulty' ? read.complaints : []).toEqual([]);
    expect(read.kind).toBe('board');
  });
});
