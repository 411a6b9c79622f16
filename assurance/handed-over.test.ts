import { describe, expect, it } from 'vitest';
import { processId } from '../model/ids.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { handedOverReasons } from './handed-over.ts';

const [client, server] = [processId(0), processId(1)];

/** The client makes a badge, and sends a message with a handle. */
const reasonsWith = (handle: string, general = [server]) =>
  handedOverReasons(
    solutionWith('execute { grant () }', {
      'programs.yaml': `programs:
- process: client
  initial: making
  states:
    making:
      do: "call kernel : handle.Handle.CreateBadge { context : 1 }"
      on:
      - {on: response, when: message.rc == 0, keep: {badge: message.badge, rc: message.rc}, next: renaming}
    renaming:
      do: "call kernel : handle.Handle.CreateUserObject { type : 1, rights : 3 }"
      on:
      - {on: response, keep: {same: kept.badge, file: message.handle}, next: sending}
    sending:
      do: "call server : direct.Send { handle : ${handle} }"
`,
    }),
    general,
  ).map(({ what, why }) => `${what}: ${why}`);

const told = ['client: it may give a badge, by which nobody marks a handle here'];

describe('handedOverReasons', () => {
  it.each(['kept.badge', 'kept.same', 'lend { handle : kept.badge, rights : 2 }'])(
    'tells of a program that gives a badge to a process that may do anything: %s [OBJ-1]',
    (handle) => {
      expect(reasonsWith(handle)).toEqual(told);
    },
  );

  it.each(['kept.file', 'lend { handle : kept.file, badge : kept.badge }'])(
    'is silent about other handles, and about a badge that marks one: %s [OBJ-1]',
    (handle) => {
      expect(reasonsWith(handle)).toEqual([]);
    },
  );

  it('is silent where nobody may do anything, but the program itself [OBJ-1]', () => {
    expect(reasonsWith('kept.badge', [])).toEqual([]);
    expect(reasonsWith('kept.badge', [client])).toEqual([]);
  });
});
