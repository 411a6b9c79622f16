import { describe, expect, it } from 'vitest';
import { exampleSolution, exploredFor, violatedIn } from './test-example.ts';
import type { Change } from './test-example.ts';

describe('file-server', () => {
  it.each<readonly [string, Change]>([
    [
      'guest-gets-no-handle-to-write',
      {
        file: 'security.psl',
        from: '        _ : integrity.write { source : dst_sid, target : message.file.handle }\n',
        to: '        _ : grant ()\n',
      },
    ],
    [
      'guest-never-publishes',
      {
        file: 'security.psl',
        from: '    match src=files.Editor {\n        match method=Publish  { audience.enter { sid : message.file.handle, state : "public" } }',
        to: '    match method=Publish { grant () }\n    match src=files.Editor {',
      },
    ],
  ])('violates %s without the rule that keeps it [OBJ-2] [GATE-1]', (objective, change) => {
    const weakened = exampleSolution('file-server', change);

    expect(violatedIn(exploredFor(weakened, objective)).map(([name]) => name)).toEqual([objective]);
  });
});
