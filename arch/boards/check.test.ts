import { describe, expect, it } from 'vitest';
import { boards } from './catalogue.ts';
import { checkBoard } from './check.ts';
import { boardCodes } from './codes.ts';
import { boardNames } from './names.ts';
import { devicePlants } from './test-plants-devices.ts';
import { mapPlants } from './test-plants-map.ts';

const plants = [...mapPlants, ...devicePlants];

/** Codes that the reader tells, and those of the check alone. */
const ofReader = ['BRD-001', 'BRD-002', 'BRD-003', 'BRD-004'];

describe('the boards of the catalogue', () => {
  it.each(boardNames)('contradict nothing, and leave nothing unsaid: %s [BOARD-2]', (name) => {
    expect(checkBoard(boards[name])).toEqual([]);
    expect(boards[name].name).toBe(name);
  });
});

describe('the check of boards', () => {
  it.each(plants.map((plant) => [plant.code, plant.about, plant] as const))(
    'finds a planted failure: %s, %s [GATE-1, BOARD-2]',
    (_, __, { code, path, board }) => {
      const told = checkBoard(board).map((one) => `${one.code} ${one.path}`);

      expect(told).toContain(`${code} ${path}`);
    },
  );

  it('has a planted failure for each of its codes [GATE-1, BOARD-2]', () => {
    const planted = new Set<string>(plants.map(({ code }) => code));
    const missing = Object.keys(boardCodes).filter((code) => !planted.has(code));

    expect(missing).toEqual(ofReader);
  });

  it('says how many faults it does not tell [BOARD-3]', () => {
    const [device] = boards.imx27.devices;
    const many = Array.from({ length: 300 }, () => device);
    const devices = many.flatMap((one) => (one === undefined ? [] : [one]));

    const complaints = checkBoard({ ...boards.imx27, devices });

    expect(complaints).toHaveLength(201);
    expect(complaints.at(-1)?.code).toBe('BRD-002');
  });
});
