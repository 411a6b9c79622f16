import { describe, expect, it } from 'vitest';
import { abstractMachine } from '../arch/machine/design.ts';
import { runProgram } from '../model/running.ts';
import { isByThread } from '../model/step.ts';
import type { Solution } from '../solution/solution.ts';
import { chooseMachine, findMachineShortage } from './chosen-machine.ts';
import type { ChosenMachine, DesignChosen } from './chosen-machine.ts';
import { runSolution } from './run.ts';
import type { RunOptions } from './run.ts';
import { sumUp } from './summary.ts';
import type { MachineSummary } from './machine-summary.ts';
import { stepLine } from './trace.ts';
import { call, crowdOf, gateway, message } from './test-crossing.ts';
import { askingSolution } from './test-trace.ts';

const options: RunOptions = { seed: 1, steps: 40 };
const quad: ChosenMachine = { arch: 'armv7', board: 'imx6-quad' };

const played = (machine: ChosenMachine, design?: DesignChosen) => {
  const run = runSolution(askingSolution(), { ...options, machine }, () => undefined, design);
  const summing = sumUp(run, { ...options, machine });
  const steps = [...run.steps];
  for (const step of steps) summing.add(step);
  return { steps, machine: summing.done().machine };
};

/** A machine that is abstract, whatever was chosen. */
const abstractInstead: DesignChosen = (_, through) =>
  abstractMachine({ cores: 4, shootdown: 'immediate', through });

/** A driver of the network of generic-pc: it has its device reach a buffer, over and over. */
const driving = [
  call(0, 'io.IO', 'RegisterMmio', message({ base: 0xfeb80000n, size: 0x1000n })),
  call(0, 'iommu.IOMMU', 'Attach', message({ bdf: 16n })),
  call(0, 'io.IO', 'RegisterDma', message({ size: 4096n, flags: 3n })),
  call(0, 'iommu.IOMMU', 'Detach', message({ bdf: 16n })),
];

const playedDriver = () => {
  const machine: ChosenMachine = { arch: 'x86_64', board: 'generic-pc' };
  const of = { ...options, machine };
  const run = runSolution(askingSolution(), of, () => runProgram(gateway(driving)));
  const summing = sumUp(run, of);
  for (const step of run.steps) summing.add(step);
  return summing.done().machine;
};

const asksNothingAbstract = (machine: MachineSummary | undefined): boolean =>
  machine?.abstract === 0;

const crowd = (count: number): Solution => crowdOf(askingSolution(), count);

describe('a run on a board', () => {
  it('walks the tables of the board for each step of a thread, and asks the abstract machine nothing [BOARD-1]', () => {
    const { steps, machine } = played(quad);
    const byThreads = steps.filter(({ action }) => isByThread(action));

    expect(byThreads.length).toBeGreaterThan(30);
    expect(byThreads.every(({ asked }) => asked.get('armv7')?.walks === 1)).toBe(true);
    expect(machine).toMatchObject({ ...quad, cores: 4, walks: { armv7: byThreads.length } });
    expect(Object.keys(machine?.edits ?? {})).toEqual(['armv7']);
    expect(asksNothingAbstract(machine)).toBe(true);
  });

  it('is told from one on an abstract machine in its place [BOARD-1] [GATE-1]', () => {
    const { machine } = played(quad, abstractInstead);

    expect(asksNothingAbstract(machine)).toBe(false);
    expect(machine?.walks).toEqual({ abstract: 40 });
    expect(machine?.abstract).toBeGreaterThan(40);
  });

  it('has a driver use tables of the IOMMU, and asks the abstract machine nothing [BOARD-1] [DMA-1]', () => {
    const machine = playedDriver();

    expect(machine?.edits['vtd']).toBeGreaterThan(10);
    expect(Object.keys(machine?.edits ?? {}).sort()).toEqual(['vtd', 'x86_64']);
    expect(asksNothingAbstract(machine)).toBe(true);
  });

  it('has its threads on all cores [BOARD-1]', () => {
    const cores = played(quad).steps.map(({ action }) => isByThread(action) && action.core);

    expect(new Set(cores).size).toBe(2);
  });

  it('goes as on the abstract machine [BOARD-1]', () => {
    const linesOf = (of: ReturnType<typeof played>['steps']) =>
      of.map((step) => stepLine(step.n, step, ''));
    const plain = [...runSolution(askingSolution(), options).steps];

    expect(linesOf(played(quad).steps)).toEqual(linesOf(plain));
    expect(plain.every(({ asked }) => asked.size === 0)).toBe(true);
  });

  it('tells each time that its steps are read what each has asked [SIM-2]', () => {
    const run = runSolution(askingSolution(), { ...options, machine: quad });
    const asked = () => [...run.steps].map((step) => step.asked.get('armv7')?.walks);

    expect(asked()).toEqual(asked());
  });
});

describe('the choice of a machine', () => {
  it('is a board with its architecture, an architecture, or none [BOARD-1]', () => {
    const machines = [
      chooseMachine(undefined, 'imx6-quad'),
      chooseMachine('armv7', 'imx6-quad'),
      chooseMachine('mips32', undefined),
      chooseMachine(undefined, undefined),
    ];

    expect(machines).toMatchObject([
      { machine: quad },
      { machine: quad },
      { machine: { arch: 'mips32', board: undefined } },
      { kind: 'chosen', machine: undefined },
    ]);
  });

  it.each([
    ['MCH-001', 'vax', undefined],
    ['MCH-002', undefined, 'toaster'],
    ['MCH-003', 'x86', 'imx6-quad'],
  ])('is refused with %s [BOARD-1]', (code, arch, board) => {
    expect(chooseMachine(arch, board)).toMatchObject({ kind: 'faulty', fault: { code } });
  });

  it('tells a solution that has no room there [MEM-6]', () => {
    const imx27: ChosenMachine = { arch: 'armv5', board: 'imx27' };

    expect(findMachineShortage(crowd(60), imx27)).toBeUndefined();
    expect(findMachineShortage(crowd(80), imx27)?.code).toBe('MCH-004');
    expect(findMachineShortage(crowd(80), { arch: 'armv5', board: undefined })).toBeUndefined();
  });
});
