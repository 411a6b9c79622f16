import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import type { ExplainOptions } from './explain.ts';
import { givenBy, recording } from './test-command.ts';

const policy = `policy object seen : HashSet { type Entry = UInt32  config = { set_size : 1, pool_size : 1 } }
execute { grant () seen.init { sid : dst_sid } }
request dst=t.Server method=Ping { seen.add { sid : dst_sid, entry : message.value } }
security { grant () }
`;

/** What the command answers with, and its exit. */
const answered = (text: string, options: ExplainOptions) => {
  const { output, documents, told } = recording();
  const exit = explain(givenBy(policy), text, options, output);
  return { exit, document: documents[0], told };
};

const inFile = <Result>(text: string, then: (file: string) => Result): Result => {
  const directory = mkdtempSync(join(tmpdir(), 'refmon-'));
  const file = join(directory, 'events.jsonl');
  writeFileSync(file, text);
  try {
    return then(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const start = '{"event":"execute","src":"Einit","dst":"server"}\n';
const ping = (value: number): string =>
  `client ~> server : impl.ping.Ping { value : ${String(value)} }`;

describe('explain', () => {
  it('explains an event after those of a file, then one in words [VER-1]', () => {
    const { exit, document } = inFile(start, (file) =>
      answered(ping(2), { after: [file, `request ${ping(1)}`] }),
    );

    expect(exit).toBe(0);
    expect(document).toMatchObject({
      verdict: 'denied',
      after: [
        { event: 'execute Einit ~> server', verdict: 'granted' },
        { event: `request ${ping(1)}`, verdict: 'granted' },
      ],
      reasons: [{ why: 'the set is full' }],
    });
  });

  it('takes every event in the words in which it is told [VER-1]', () => {
    const texts = [
      'execute Einit ~> server',
      `request ${ping(1)}`,
      'response server ~> client : impl.ping.Ping { result : 3 }',
      'error server ~> client : impl.ping.Ping { code : -1 }',
      'security client : t.Register.Register { badge : 7 }',
    ];

    expect(texts.map((text) => answered(text, {}).document)).toEqual(
      texts.map((event): unknown => expect.objectContaining({ event })),
    );
  });

  it('says in which line of a file no event stands [VER-1]', () => {
    const { exit, told } = inFile(`${start}\n{"event":"dance"}\n`, (file) =>
      answered(ping(2), { after: [file] }),
    );

    expect([exit, told]).toEqual([1, ['SOL-004 3']]);
  });

  it('says that a file cannot be read [VER-1]', () => {
    expect(answered(ping(2), { after: ['no-such-file.jsonl'] })).toMatchObject({
      exit: 1,
      told: ['SOL-004 1'],
    });
  });
});
