import { describe, expect, it } from 'vitest';
import { boards } from '../arch/boards/catalogue.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { processId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Intent, Outcome } from '../model/step.ts';
import type { Automaton } from '../solution/automaton.ts';
import { rolesOf } from '../solution/device-reads.ts';
import type { Solution } from '../solution/solution.ts';
import { automatonProgram } from './automaton-program.ts';
import { devicesOfMachine, findDeviceFaults } from './machine-devices.ts';
import { isWithin } from './within-contract.ts';

const statesOf = (steps: readonly string[]): string =>
  steps
    .map((step, index) => {
      const next = String((index + 1) % steps.length);
      const keep = step.startsWith('load') ? 'keep: {word: message.value}, ' : '';
      const on = keep === '' ? 'any' : 'loaded';
      return `    "${String(index)}":\n      do: "${step}"\n      on: [{on: ${on}, ${keep}next: "${next}"}]\n`;
    })
    .join('');

const solutionOf = (devices: string, ...steps: readonly string[]): Solution =>
  solutionWith('execute { grant () }', {
    'programs.yaml': `programs:\n- process: client\n  devices: ${devices}\n  initial: "0"\n  states:\n${statesOf(steps)}`,
  });

const automatonOf = ({ automata }: Solution): Automaton => {
  const automaton = automata.get(processId(0));
  if (automaton === undefined) throw new Error('no program');
  return automaton;
};

const accessed = (value: number): Outcome => ({
  kind: 'done',
  result: { kind: 'accessed', value },
});

/** What a program does, one step after another, as each is told of a word. */
const intentsOf = (program: RunningProgram, steps: number, value: number): readonly Intent[] => {
  const intents: Intent[] = [];
  let now = program;
  for (let step = 0; step < steps; step++) {
    intents.push(...now.choose());
    now = now.observe(accessed(value));
  }
  return intents;
};

const reading = solutionOf(
  '{key: gpio, net: network}',
  'load { address : devices.key.registers, offset : 4 }',
  'store { address : devices.net.registers + kept.word, value : devices.net.line }',
  'in { port : devices.net.port, offset : 1 }',
  'out { port : devices.net.port, value : devices.key.number }',
);

describe('automatonProgram', () => {
  it('loads, stores and uses ports by what its devices have, and keeps what was loaded [DRV-1]', () => {
    const program = runProgram(automatonProgram(reading, automatonOf(reading)));

    expect(intentsOf(program, 4, 8)).toEqual([
      { kind: 'load', address: 0xf000_0004 },
      { kind: 'store', address: 0xf000_1008, value: 1 },
      { kind: 'portIn', port: 0x1009, value: 0 },
      { kind: 'portOut', port: 0x1008, value: 8 },
    ]);
  });

  it('reads the devices of the board that it runs on [DRV-1]', () => {
    const solution = solutionOf('{tty: uart}', 'load { address : devices.tty.registers }');
    const registersOn = (board: 'imx27' | 'am335x'): unknown => {
      const devices = devicesOfMachine(solution, { arch: boards[board].arch, board });
      const program = automatonProgram(solution, automatonOf(solution), { devices });
      return runProgram(program).choose();
    };
    const uarts = (['imx27', 'am335x'] as const).map((board) =>
      boards[board].devices.find(({ role }) => role === 'uart'),
    );

    expect(registersOn('imx27')).toEqual([{ kind: 'load', address: uarts[0]?.mmio[0]?.base }]);
    expect(registersOn('am335x')).toEqual([{ kind: 'load', address: uarts[1]?.mmio[0]?.base }]);
    expect(uarts[0]?.mmio[0]?.base).not.toBe(uarts[1]?.mmio[0]?.base);
  });

  it('goes to address 0 where it cannot tell where to go [DRV-1]', () => {
    const solution = solutionOf('{}', 'store { address : kept.word, value : 1 }', 'load { address : 1 }'); // prettier-ignore
    const program = runProgram(automatonProgram(solution, automatonOf(solution)));

    expect(program.choose()).toEqual([{ kind: 'store', address: 0, value: 0 }]);
  });
});

describe('findDeviceFaults', () => {
  const told = (solution: Solution, board: 'imx27' | 'generic-pc'): readonly string[] =>
    findDeviceFaults(solution, { arch: boards[board].arch, board }).map(
      ({ code, message, at }) => `${String(at.line)} ${code} ${message}`,
    );

  it('tells of a role that the board has not, and of what its device has not [DRV-1]', () => {
    const solution = solutionOf(
      '{screen: audio, tty: uart}',
      'load { address : devices.tty.registers }',
      'in { port : devices.tty.port }',
      'load { address : devices.screen.registers }',
    );

    expect(told(solution, 'imx27')).toMatchInlineSnapshot(`
      [
        "3 MCH-005 imx27 has no device of the role audio",
        "10 MCH-005 "uart1" of imx27 has no ports",
      ]
    `);
  });

  it('is silent where the board has them all, and of no machine without devices [DRV-1]', () => {
    const solution = solutionOf('{tty: uart}', 'load { address : devices.tty.registers }');

    expect(told(solution, 'imx27')).toEqual([]);
    expect(findDeviceFaults(solution, { arch: 'armv8', board: undefined })).toHaveLength(1);
  });
});

describe('rolesOf', () => {
  it('names each role once, in the order of the programs [DRV-1]', () => {
    expect(rolesOf(reading)).toEqual(['gpio', 'network']);
    expect(rolesOf(solutionWith('execute { grant () }'))).toEqual([]);
  });
});

describe('isWithin', () => {
  it('lets a process use its own memory and ports whatever its contract names, and nothing else [DRV-1]', () => {
    const step: Intent = { kind: 'recv' };

    expect(isWithin({ kind: 'load', address: 4096 }, step)).toBe(true);
    expect(isWithin({ kind: 'portOut', port: 1, value: 1 }, step)).toBe(true);
    expect(isWithin({ kind: 'reply', as: 'response', message: { kind: 'record', fields: new Map() } }, step)).toBe(false); // prettier-ignore
  });
});
