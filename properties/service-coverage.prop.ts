import { describe, expect, it } from 'vitest';
import type { KernelDesign } from '../kernel/kernel.ts';
import { refused } from '../kernel/micro/services/service.ts';
import { sampleProperty } from './run-properties.ts';
import { serviceCoverage } from './service-coverage.ts';
import { unreachedEnds } from './service-ends.ts';
import { servicesWith } from './test-holes.ts';

const sampling = { seed: 1, runs: 40, steps: 1000 };

/** The reference kernel, but no handle is ever copied. */
const neverCopying = servicesWith({ 'handle.Handle.Copy': () => refused('tableFull') });

const unreachedOfCopy = (design?: KernelDesign): readonly string[] => {
  const { rules } = sampleProperty(
    serviceCoverage,
    sampling,
    design === undefined ? {} : { design },
  );
  return unreachedEnds(rules).filter((end) => end.startsWith('handle.Handle.Copy'));
};

describe('serviceCoverage', () => {
  it('comes to every way in which a service can end [IPC-3]', () => {
    expect(unreachedOfCopy()).toEqual([]);
  });

  it('finds that a service never ends in some ways any more [IPC-3] [GATE-1]', () => {
    expect(unreachedOfCopy(neverCopying)).toEqual([
      'handle.Handle.Copy: done',
      'handle.Handle.Copy: refused badHandle',
      'handle.Handle.Copy: refused handleRevoked',
      'handle.Handle.Copy: refused rightsMissing',
      'handle.Handle.Copy: refused wrongType',
    ]);
  });

  it('finds that nothing of services is reached where runs end at once [IPC-3] [GATE-1]', () => {
    const { rules } = sampleProperty(serviceCoverage, { ...sampling, steps: 1 });

    expect(unreachedEnds(rules).length).toBeGreaterThan(250);
  });
});
