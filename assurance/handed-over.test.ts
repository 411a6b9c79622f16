import { describe, expect, it } from 'vitest';
import { processId } from '../model/ids.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { handedOverReasons } from './handed-over.ts';

const [client, server] = [processId(0), processId(1)];

/** The client's program calls a method that takes a handle, or one that takes none. */
const reasonsWith = (call: string, rule = 'grant ()', general = [server]) =>
  handedOverReasons(
    solutionWith(`execute { grant () } request endpoint=direct method=Send { ${rule} }`, {
      'programs.yaml': `programs:
- process: client
  initial: calling
  states:
    calling:
      do: "${call}"
      on:
      - {on: any, next: calling}
`,
    }),
    general,
  ).map(({ what, why }) => `${what}: ${why}`);

const handing = 'call server : direct.Send { handle : message.handle }';

describe('handedOverReasons', () => {
  it('tells of a program that gives a handle to a process that may do anything [OBJ-1]', () => {
    expect(reasonsWith(handing)).toEqual([
      'client: it gives a handle to server, which makes no use of it here',
    ]);
  });

  it('is silent where the message has no handle [OBJ-1]', () => {
    expect(reasonsWith('call server : direct.Send { raw : message.raw }')).toEqual([]);
  });

  it('is silent where only processes with a program are given one [OBJ-1]', () => {
    expect(reasonsWith(handing, 'grant ()', [])).toEqual([]);
    expect(reasonsWith(handing, 'grant ()', [client])).toEqual([]);
  });
});
