import { describe, expect, it } from 'vitest';
import type { Value } from '../../model/value.ts';
import {
  Driver,
  all,
  call,
  completionOf,
  kernelOf,
  recv,
  refusalOf,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const files = {
  't/Ping.idl': `package t.Ping
struct Pair { UInt8 a; string<64> b; }
union Either { UInt16 number; string<64> text; }
interface {
    Ping(in UInt32 value, out UInt32 result, error SInt8 code);
    Say(in string<64> text, out string<64> answer);
    Send(in Pair pair, in Either either, in sequence<UInt8, 8> list, in bytes<8> raw);
    Note();
}
`,
};

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const begin = (messageBytes: number) =>
  new Driver(kernelOf(all, { files, limits: { ...roomy, messageBytes } }));

/** Does a request of so many bytes go, and does one more byte of limit make the difference? */
const fits = (method: string, fields: Readonly<Record<string, Value>>, bytes: number) => [
  short(begin(bytes).act(client, call(method, fields)).outcome),
  refusalOf(begin(bytes - 1), client, call(method, fields)),
];

describe('the size of a message', () => {
  it.each<readonly [string, string, Readonly<Record<string, Value>>, number]>([
    ['an integer', 'Ping', { value: 1n }, 8],
    ['a text', 'Say', { text: 'abcd' }, 4],
    ['a text by its UTF-8', 'Say', { text: 'é€𝄞' }, 9],
    [
      'a struct, a union, a sequence and bytes',
      'Send',
      {
        pair: {
          kind: 'record',
          fields: new Map<string, Value>([
            ['a', 1n],
            ['b', 'xyz'],
          ]),
        },
        either: { kind: 'union', member: 'text', value: 'hello' },
        list: [1n, 2n],
        raw: { kind: 'bytes', hex: 'a1b2' },
      },
      34,
    ],
  ])('counts %s [IPC-1]', (_, method, fields, bytes) => {
    expect(fits(method, fields, bytes)).toEqual(['blocked', 'messageTooLarge']);
  });

  it('is refused before anything is judged, with its retcode [IPC-1]', () => {
    const driver = begin(7);

    const step = driver.act(client, call('Ping', { value: 1n }));

    expect(step.outcome).toEqual({
      kind: 'refused',
      because: 'messageTooLarge',
      retcode: 'rcBufferTooLarge',
    });
    expect(step.events).toEqual([]);
    expect(step.next).toBe(driver.before);
  });

  it('has an answer refused that is too large; the server may answer with a smaller one [IPC-1]', () => {
    const driver = begin(8);
    driver.act(client, call('Say', { text: 'x' }));
    driver.act(server, recv);

    const refused = refusalOf(driver, server, reply('response', { answer: '123456789' }));
    const step = driver.act(server, reply('response', { answer: '12345678' }));

    expect(refused).toBe('messageTooLarge');
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('has a request to the kernel refused too [IPC-1]', () => {
    const driver = begin(7);

    expect(refusalOf(driver, client, service('thread.Thread.Sleep', { msecs: 1n }))).toBe(
      'messageTooLarge',
    );
  });

  it('is nothing for a message without parameters [IPC-1]', () => {
    expect(begin(0).act(client, call('Note')).outcome.kind).toBe('blocked');
  });
});
