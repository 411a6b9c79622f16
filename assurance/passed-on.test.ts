import { describe, expect, it } from 'vitest';
import { processId } from '../model/ids.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { passedOnReasons } from './passed-on.ts';

const [client, server] = [processId(0), processId(1)];

/** The server answers what it was sent, under a rule for its responses. */
const reasonsWith = (rule: string, reply: string, when = 'true', general = [client]) =>
  passedOnReasons(
    solutionWith(
      `execute { grant () } request dst=t.Server { grant () } response src=t.Server method=Ping { ${rule} }`,
      {
        'programs.yaml': `programs:
- process: server
  initial: wait
  states:
    wait:
      do: recv
      on:
      - {on: request impl.ping.Ping, keep: {last: message.value}, when: '${when}', next: answer}
    answer:
      do: "${reply}"
      on:
      - {on: any, next: wait}
`,
      },
    ),
    general,
  ).map(({ what, why }) => `${what}: ${why}`);

describe('passedOnReasons', () => {
  it('tells of a program that passes on a value that is tested where it goes [OBJ-1]', () => {
    expect(reasonsWith('assert (message.result < 5)', 'reply { result : message.value }')).toEqual([
      'server: it passes on what it was sent, and that is tested there',
    ]);
  });

  it.each([
    ['nothing tests it', 'grant ()', 'reply { result : message.value }'],
    ['it is a constant', 'assert (message.result < 5)', 'reply { result : 1 }'],
  ])('is silent where %s [OBJ-1]', (_, rule, reply) => {
    expect(reasonsWith(rule, reply)).toEqual([]);
  });

  it('is silent where nobody of whom it hears may say anything [OBJ-1]', () => {
    expect(
      reasonsWith('assert (message.result < 5)', 'reply { result : message.value }', 'true', [
        server,
      ]),
    ).toEqual([]);
  });

  it('tells of a program that compares with what it has kept [OBJ-1]', () => {
    expect(reasonsWith('grant ()', 'reply {}', 'message.value == kept.last')).toEqual([
      'server: it compares with what it was sent before',
    ]);
  });

  it('tells of a program that tests a complement, whose width is that of a policy alone [OBJ-1]', () => {
    expect(reasonsWith('grant ()', 'reply {}', '(~ message.value) == 3')).toEqual([
      'server: it tests "~", which has no width in a program',
    ]);
  });
});
