import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import { services } from '../kernel/micro/services/table.ts';
import { allServiceEnds } from '../properties/service-ends.ts';
import type { Coverage } from './coverage.ts';
import { exploreSolution } from './explore-solution.ts';

const coverageOf = (policy: string, withServices: 'services' | 'no services'): Coverage => {
  const solution = solutionWith(`execute { grant () }\n${policy}`);
  return exploreSolution(solution, {
    untrusted: [],
    objectives: [],
    states: 400,
    services: withServices === 'services',
  }).coverage;
};

describe('coverage', () => {
  it('tells how events of each method were answered, and what never came about [OBJ-2] [GATE-1]', () => {
    const {
      methods,
      methodsUnreached,
      services: ends,
    } = coverageOf(
      `request dst=t.Server method=Note { grant () } request dst=t.Server method=Ping { assert (message.value < 9) }
response src=t.Server method=Ping { grant () }`,
      'no services',
    );

    expect(methods.find(({ method }) => method === 't.Server impl.ping.Ping')?.reached).toEqual([
      'error denied',
      'request denied',
      'request granted',
      'response granted',
    ]);
    expect(methodsUnreached).toEqual(
      ['direct', 'impl.ping'].flatMap((endpoint) => [
        `t.Server ${endpoint}.Send: never granted`,
        `t.Server ${endpoint}.Note: never answered`,
      ]),
    );
    expect(ends).toEqual([]);
  });

  it('tells how services ended, in the words of their code, and each other way as not reached [IPC-3]', () => {
    const { services: ends, servicesUnreached } = coverageOf(
      `request dst=kl.core.Core { grant () } response src=kl.core.Core { grant () }`,
      'services',
    );
    const known = new Set(allServiceEnds);
    const reached = ends.filter((end) => known.has(end));

    expect(ends).toEqual(
      expect.arrayContaining([
        'handle.Handle.Copy: done',
        'handle.Handle.Copy: refused badHandle',
        'thread.Thread.GetInfo: refused unimplemented',
      ]),
    );
    expect([...reached, ...servicesUnreached].sort()).toEqual([...known].sort());
    expect(new Set(ends.map((end) => end.split(':')[0])).size).toBeGreaterThan(60);
  });

  it('has a denied request of every service where the policy says nothing of them [IPC-3] [GATE-1]', () => {
    const { services: ends, servicesUnreached } = coverageOf('', 'services');

    expect(ends).toEqual(
      expect.arrayContaining(Object.keys(services).map((service) => `${service}: denied request`)),
    );
    expect(ends.filter((end) => !end.endsWith(': denied request'))).toEqual([]);
    expect(servicesUnreached).toEqual(allServiceEnds);
  });
});
