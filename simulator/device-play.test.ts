import { describe, expect, it } from 'vitest';
import { at } from '../model/defect.ts';
import { exampleSolution } from '../examples/test-example.ts';
import { askingSolution, traceOfRun } from './test-trace.ts';
import { deviceOffers, pickDevice } from './device-play.ts';
import { randomStream } from './random.ts';
import type { RandomStream } from './random.ts';
import { readTrace } from './read-trace.ts';
import { replay } from './replay.ts';
import { runSolution } from './run.ts';
import type { RunStep } from './run.ts';
import { stepWords } from './step-words.ts';

const driver = exampleSolution('network-driver');
const options = { seed: 1, steps: 120 } as const;
const steps = [...runSolution(driver, options).steps];
const trace = traceOfRun(driver, options);

const never: RandomStream = {
  below: () => {
    throw new Error('a draw');
  },
};

const isOfDevice = ({ action: { kind } }: RunStep): boolean =>
  kind === 'dmaWrite' || kind === 'raiseInterrupt';

describe('deviceOffers', () => {
  it('offers nothing before a driver has claimed a device, and then what its driver is ready for [DRV-1]', () => {
    const kinds = steps.map(({ facts }) => [
      ...new Set(deviceOffers(facts()).map(({ action }) => action.kind)),
    ]);
    const [before, claimed, all] = [[], ['dmaWrite'], ['raiseInterrupt', 'dmaWrite']];
    const firsts = [before, claimed, all].map((offers) =>
      kinds.findIndex((one) => one.join() === offers.join()),
    );

    expect(firsts).toEqual([...firsts].sort((left, right) => left - right));
    expect(firsts).not.toContain(-1);
  });
});

describe('pickDevice', () => {
  it('draws nothing where no device may do anything [SIM-2]', () => {
    expect(pickDevice([], 'can act', never)).toBeUndefined();
    expect(pickDevice([], 'cannot act', never)).toBeUndefined();
  });

  it('picks one of four times where others can act, and always where nobody can [SIM-2]', () => {
    const offers = deviceOffers(at(steps, 119).facts());
    const random = randomStream(7);
    const picked = (others: 'can act' | 'cannot act'): number =>
      Array.from({ length: 1000 }, () => pickDevice(offers, others, random)).filter(
        (one) => one !== undefined,
      ).length;

    expect(picked('cannot act')).toBe(1000);
    expect(picked('can act')).toBeGreaterThan(150);
    expect(picked('can act')).toBeLessThan(350);
  });

  it('leaves a run without drivers to its programs [SIM-2]', () => {
    const asking = [...runSolution(askingSolution(), options).steps];

    expect(asking).toHaveLength(120);
    expect(asking.filter(isOfDevice)).toEqual([]);
  });
});

describe('a trace of devices', () => {
  it('tells what they do by their names [SIM-2]', () => {
    const words = steps.filter(isOfDevice).map(stepWords);

    expect(words.some((one) => one === 'network raises line 0')).toBe(true);
    expect(words.some((one) => /^network writes \d at 0x[0-9a-f]+: \d in memory/.test(one))).toBe(true); // prettier-ignore
    expect(trace).toContain('"action":{"kind":"raiseInterrupt","line":0,"device":"network"}');
    expect(trace).toMatch(/"action":\{"kind":"dmaWrite","device":"network","address":\d+,"value":\d\}/); // prettier-ignore
  });

  it('is replayed step by step [SIM-3]', () => {
    const { steps: equal, parting } = replay(driver, readTrace('t', trace), options, {
      version: '1',
    });

    expect([equal, parting]).toEqual([120, undefined]);
  });

  it('is told from another, where a device has written another word [SIM-3] [GATE-1]', () => {
    const changed = trace.replace(/("device":"network","address":\d+,"value":)\d/, '$19');
    const { parting } = replay(driver, readTrace('t', changed), options, { version: '1' });

    expect(parting?.field).toBe('action.value');
    expect(parting?.trace).toMatch(/^network writes by DMA \d+ 9; /);
  });
});
