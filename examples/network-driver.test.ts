import { describe, expect, it } from 'vitest';
import { exploreSolution } from '../assurance/explore-solution.ts';
import type { Exploration } from '../assurance/explore-solution.ts';
import { boardNames } from '../arch/boards/names.ts';
import { boards } from '../arch/boards/catalogue.ts';
import { runAssertions } from '../kss/pal.ts';
import { findDeviceFaults } from '../simulator/machine-devices.ts';
import { runSolution } from '../simulator/run.ts';
import type { RunOptions, RunStep } from '../simulator/run.ts';
import type { Solution } from '../solution/solution.ts';
import { exampleSolution, judgedIn, stepsOf } from './test-example.ts';
import type { Change } from './test-example.ts';

const solution = exampleSolution('network-driver');
const seeds = [1, 2, 3, 4] as const;

const ran = (of: Solution, options: RunOptions): readonly RunStep[] => [
  ...runSolution(of, options).steps,
];

/** The words that the monitor was answered, and those that the card has written before each. */
const wordsOf = (steps: readonly RunStep[]) => {
  let written = 0;
  let loaded = 0;
  const pairs: { readonly answered: bigint; readonly loaded: number }[] = [];
  const ofCard: { readonly loaded: number; readonly written: number }[] = [];
  for (const { action, report } of steps) {
    if (action.kind === 'dmaWrite' && report.outcome.kind === 'done') written = action.value;
    if (action.kind === 'load') {
      loaded = report.accesses[0]?.value ?? -1;
      ofCard.push({ loaded, written });
    }
    if (action.kind === 'reply') {
      const answered = action.message.fields.get('word');
      if (typeof answered === 'bigint') pairs.push({ answered, loaded });
    }
  }
  return { pairs, ofCard };
};

const countOf = (steps: readonly RunStep[], kind: RunStep['action']['kind']): number =>
  steps.filter(({ action, report }) => action.kind === kind && report.outcome.kind === 'done')
    .length;

/** The driver never puts its card into a domain. */
const unattached: Change = {
  file: 'programs.yaml',
  from: 'call kernel : iommu.IOMMU.Attach { bdf : devices.card.number }',
  to: 'call kernel : notice.Notice.Create {}',
};

/** A search in which the monitor does anything, services of the kernel included. */
const monitored = (of: Solution): Exploration =>
  exploreSolution(of, {
    untrusted: of.objectives[0]?.untrusted ?? [],
    objectives: of.objectives,
    states: 2_000,
    services: true,
  });

describe('network-driver', () => {
  it('has its expectations met [LANG-2]', () => {
    const results = runAssertions(solution);

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  });

  it.each(seeds)('answers with the word that the card has written, seed %i [DRV-1]', (seed) => {
    const steps = stepsOf(solution, seed, 400);
    const { pairs, ofCard } = wordsOf(steps);

    expect(judgedIn(steps).filter(({ verdict }) => verdict.kind !== 'granted')).toEqual([]);
    expect(pairs.length).toBeGreaterThan(10);
    expect(pairs.every(({ answered, loaded }) => answered === BigInt(loaded))).toBe(true);
    expect(ofCard.every(({ loaded, written }) => loaded === written)).toBe(true);
    expect(new Set(ofCard.map(({ written }) => written)).size).toBeGreaterThan(1);
  });

  it.each(boardNames)(
    'runs on %s, with the registers, the line and the card of the board [DRV-1]',
    (board) => {
      const machine = { arch: boards[board].arch, board };
      const card = boards[board].devices.find(({ role }) => role === 'network');
      const steps = ran(solution, { seed: 2, steps: 300, machine });
      const [told] = steps.flatMap(({ action, report }) =>
        action.kind === 'store' ? report.accesses : [],
      );
      const acting = new Set(steps.flatMap(({ device }) => device ?? []));
      // Who registers a line that devices share has them all.
      const sharing = boards[board].devices.filter(({ lines }) =>
        lines.includes(card?.lines[0] ?? -1),
      );

      expect(findDeviceFaults(solution, machine)).toEqual([]);
      expect(told?.physical).toBe((card?.mmio[0]?.base ?? 0) + 4);
      expect([...acting].sort()).toEqual(sharing.map(({ name }) => name).sort());
      expect(countOf(steps, 'raiseInterrupt')).toBeGreaterThan(10);
      expect(countOf(steps, 'dmaWrite')).toBeGreaterThan(10);
      expect(wordsOf(steps).ofCard.some(({ loaded }) => loaded > 0)).toBe(true);
      expect(wordsOf(steps).ofCard.every(({ loaded, written }) => loaded === written)).toBe(true);
    },
  );

  it('has a card that reaches nothing where its driver does not attach it, planted [GATE-1]', () => {
    const steps = stepsOf(exampleSolution('network-driver', unattached), 1, 400);
    const writes = steps.filter(({ action }) => action.kind === 'dmaWrite');

    expect(writes.length).toBeGreaterThan(10);
    expect(countOf(steps, 'dmaWrite')).toBe(0);
  });

  it('has a monitor that drives no device whatever it does [OBJ-1] [OBJ-2]', () => {
    const { violations, judged, reasons } = monitored(solution);

    expect(violations.map(({ property }) => property)).toEqual([]);
    expect(judged.get('monitor-drives-no-device')).toBeGreaterThan(0);
    expect(reasons).toContainEqual(expect.stringContaining('devices: none acts in a search'));
  });

  it('is found out where its policy lets everybody register devices, planted [GATE-1] [OBJ-2]', () => {
    const open = exampleSolution('network-driver', {
      file: 'security.psl',
      from: 'request src=net.Driver dst=kl.core.Core {',
      to: 'request dst=kl.core.Core {',
    });

    expect(monitored(open).violations.map(({ property }) => property)).toContain(
      'monitor-drives-no-device',
    );
  });
});
