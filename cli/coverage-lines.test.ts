import { describe, expect, it } from 'vitest';
import type { Coverage } from '../assurance/coverage.ts';
import { coverageLines } from './coverage-lines.ts';

const coverage: Coverage = {
  methods: [
    { method: 't.Server direct.Note', reached: ['request granted', 'response granted'] },
    { method: 't.Server direct.Ping', reached: [] },
  ],
  methodsUnreached: ['t.Server direct.Ping: never called'],
  services: ['handle.Handle.Copy: done', 'handle.Handle.Close: denied request'],
  servicesUnreached: [],
};

describe('coverageLines', () => {
  it('counts what was reached, and lists what was not [OBJ-2]', () => {
    expect(coverageLines(coverage)).toEqual([
      'methods called, granted and answered: 1 of 2',
      '  t.Server direct.Ping: never called',
      'services of the kernel ended in 2 ways',
      '  handle.Handle.Copy: done',
      '  every call denied: handle.Handle.Close',
    ]);
  });

  it('lists how services never ended, where all were to be tried [IPC-3]', () => {
    const servicesUnreached = [
      'handle.Handle.Copy: refused tableFull',
      'handle.Handle.Close: done',
      'vmm.VMM.Free: done',
    ];

    expect(coverageLines({ ...coverage, servicesUnreached }).slice(2)).toEqual([
      'services of the kernel ended in 2 ways; 3 were not reached',
      '  handle.Handle.Copy: done',
      '    never refused tableFull',
      '  never called: vmm.VMM.Free',
      '  every call denied: handle.Handle.Close',
    ]);
  });

  it('says nothing of services where none was called [IPC-3]', () => {
    expect(coverageLines({ ...coverage, services: [] })).toHaveLength(2);
  });
});
