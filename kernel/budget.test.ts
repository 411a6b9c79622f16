import { describe, expect, it } from 'vitest';
import { boards } from '../arch/boards/catalogue.ts';
import { boardNames } from '../arch/boards/names.ts';
import { machineFor } from '../arch/machine/design.ts';
import { findSetUp } from '../arch/machine/device-room.ts';
import { peripheralsOf } from '../arch/machine/peripherals.ts';
import { crossing, crowdOf } from '../simulator/test-crossing.ts';
import type { Solution } from '../solution/solution.ts';
import { budgetOn, isWithin } from './board-budget.ts';
import { budgetCodes } from './budget-codes.ts';
import { budgetPage } from './budget-page.ts';
import { budgetOf } from './budget.ts';
import type { BudgetMachine } from './budget.ts';
import { running } from './kernel.ts';
import { extentOf, planOf } from './micro/plan.ts';

const solution = crossing();

const oneCore = { cores: 1, shootdown: 'immediate' } as const;

const crowd = (count: number): Solution => crowdOf(solution, count);

const machine = { pageBytes: 4096, iommu: undefined } as const;

/** What the IOMMU of a board needs. */
const behindIommu = (board: (typeof boards)['generic-pc']) => ({
  ...machine,
  iommu: findSetUp(peripheralsOf(board)),
});

const codesOf = (of: Solution, board = boards.imx27): readonly string[] =>
  budgetOn(of, board).findings.map(({ code }) => code);

/** The i.MX27 with so much memory in one run. */
const withRam = (bytes: number) => ({
  ...boards.imx27,
  map: boards.imx27.map.map((region) => (region.holds === 'ram' ? { ...region, bytes } : region)),
});

describe('the budget of a solution', () => {
  it('is the sum of its parts, process by process [MEM-1]', () => {
    const { processes, kernel, total } = budgetOf(solution, running, machine);
    const parts = processes.flatMap((one) => Object.values(one.parts));

    expect(processes.map(({ name }) => name)).toEqual(solution.processes.map(({ name }) => name));
    expect(parts.every((bytes) => bytes > 0)).toBe(true);
    expect(parts.reduce((sum, bytes) => sum + bytes, kernel)).toBe(total);
  });

  it('has as many bytes of frames and tables as the machine lays out [MEM-1] [MEM-6]', () => {
    const { size } = planOf(solution, running, machineFor('armv7')).machine;
    const { processes } = budgetOf(solution, running, machine);
    const laidOut = processes.reduce((sum, { parts, places }) => {
      const { images, stacks, buffers, tables } = parts;
      return sum + images + stacks + buffers + tables - places * running.threads * 4096;
    }, 0);

    expect(laidOut).toBe(size.ram.bytes);
  });

  it.each(['generic-pc', 'virt-smmuv3'] as const)(
    'has as many bytes for tables of the IOMMU as the machine lays out: %s [MEM-1] [MEM-6]',
    (name) => {
      const { limits, demand } = extentOf(solution, running);
      const tablesOf = (of: BudgetMachine): number => {
        const { processes, kernel } = budgetOf(solution, limits, of);
        return processes.reduce((sum, { parts }) => sum + parts.tables, kernel);
      };
      const peripherals = peripheralsOf(boards[name]);
      const design = machineFor(boards[name].arch, { ...oneCore, peripherals });
      const { size } = design(demand);
      const without = machineFor(boards[name].arch, oneCore)(demand).size;

      expect(tablesOf(behindIommu(boards[name])) - tablesOf(machine)).toBe(
        size.ram.bytes - without.ram.bytes,
      );
    },
  );

  it('grows with each limit that memory stands behind [MEM-1]', () => {
    const { total } = budgetOf(solution, running, machine);
    const names = [
      ...(['processes', 'threads', 'handles', 'resources', 'frames', 'tables', 'pages'] as const),
      ...(['queue', 'subscriptions', 'variables', 'connections', 'auditRecords'] as const),
    ];
    const grown = names.filter(
      (name) =>
        budgetOf(solution, { ...running, [name]: 2 * running[name] }, machine).total > total,
    );

    expect(grown).toEqual(names);
    expect(budgetOf(solution, running, behindIommu(boards['generic-pc'])).total).toBeGreaterThan(
      total,
    );
  });
});

describe('a budget on a board', () => {
  it.each(boardNames)('has room for the example: %s [MEM-1]', (name) => {
    const found = budgetOn(solution, boards[name]);

    expect(isWithin(found)).toBe(true);
    expect(found.budget.total).toBeLessThan(found.ram);
  });

  it('is told to be too large, and more than is recommended [MEM-1] [GATE-1]', () => {
    expect(codesOf(crowd(40))).toEqual([]);
    expect(codesOf(crowd(60))).toEqual(['BGT-001', 'BGT-003']);
    expect(isWithin(budgetOn(crowd(60), boards.imx27))).toBe(false);
    expect(codesOf(solution, withRam(16 * 2 ** 20))).toEqual(['BGT-001', 'BGT-002']);
  });

  it('is told to have less memory than is recommended [MEM-1] [GATE-1]', () => {
    expect(codesOf(solution, withRam(64 * 2 ** 20))).toEqual(['BGT-002']);
  });

  it('is told where no run of memory holds all shares, though all together do [MEM-1] [GATE-1]', () => {
    const { map } = boards.imx27;
    const [ram] = map.filter(({ holds }) => holds === 'ram');
    if (ram === undefined) throw new Error('the board has no memory');
    const bytes = 8 * 2 ** 20;
    const runs = [0, 1, 2, 3].map((at) => ({ ...ram, base: ram.base + 2 * at * bytes, bytes }));
    const split = { ...boards.imx27, map: [...map.filter((one) => one !== ram), ...runs] };

    expect(codesOf(solution, split)).toEqual(['BGT-001', 'BGT-002']);
    expect(budgetOn(solution, split).findings[0]?.message).toContain('no run of memory');
  });

  it('has a planted failure for each of its codes [MEM-1] [GATE-1]', () => {
    const planted = [crowd(60), solution].flatMap((solution) =>
      codesOf(solution, withRam(2 ** 26)),
    );

    expect([...new Set(planted)].sort()).toEqual(Object.keys(budgetCodes));
  });
});

// After a change, `npx vitest run kernel/budget -u` writes the page again.
describe('spec/budget.md', () => {
  it('says what is counted, and with which sizes [MEM-1]', async () => {
    await expect(budgetPage()).toMatchFileSnapshot('../spec/budget.md');
  });
});
