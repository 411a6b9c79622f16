import { Defect } from '../model/defect.ts';
import { sidOf } from '../model/ids.ts';
import type { EventKind, SecurityEvent, Subject } from '../model/security.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { Value } from '../model/value.ts';
import { load } from '../solution/load.ts';
import type { Loaded } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import { catalogue } from './catalogue.ts';

/** Files around a policy under test: a client and a server of one class each. */
export const baseFiles: readonly (readonly [string, string])[] = [
  [
    't/Ping.idl',
    `package t.Ping
struct Pair { UInt8 a; string<4> b; }
union Either { UInt16 number; string<8> text; }
interface {
    Ping(in UInt32 value, out UInt32 result, error SInt8 code);
    Send(in Pair pair, in Either either, in sequence<UInt8, 3> list, in bytes<2> raw, in Handle handle);
    Note();
}
`,
  ],
  ['t/Register.idl', 'package t.Register\ninterface { Register(in UInt8 badge); }\n'],
  ['t/Impl.cdl', 'component t.Impl\nendpoints { ping : t.Ping }\n'],
  ['t/Client.edl', 'entity t.Client\nsecurity t.Register\n'],
  [
    't/Server.edl',
    'task class t.Server\ncomponents { impl : t.Impl }\nendpoints { direct : t.Ping }\n',
  ],
  [
    'init.yaml',
    `entities:
- name: t.Client
  task: client
  connections:
  - {target: server, id: server}
- name: t.Server
  task: server
`,
  ],
];

/** What every policy under test begins with. */
export const policyHead = `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
use EDL t.Client
use EDL t.Server
`;

/** Loads a policy, its head put before it, with the client and the server; other files may be given. */
export const loadPolicy = (policy: string, more: Readonly<Record<string, string>> = {}): Loaded =>
  load(
    {
      name: 'test',
      files: new Map([
        ...baseFiles,
        ['security.psl', `${policyHead}${policy}`],
        ...Object.entries(more),
      ]),
    },
    catalogue,
  );

/**
 * The same, for a policy that must be right.
 *
 * Throws: `Defect`, with the diagnostics, if it is not.
 */
export const solutionWith = (
  policy: string,
  more: Readonly<Record<string, string>> = {},
): Solution => {
  const { solution, diagnostics } = loadPolicy(policy, more);
  if (solution !== undefined) return solution;
  throw new Defect(diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
};

/** The parties of `solutionWith`, with the SIDs of a boot. */
export const client: Subject = {
  kind: 'known',
  name: 'client',
  className: 't.Client',
  sid: sidOf(3),
};

export const server: Subject = {
  kind: 'known',
  name: 'server',
  className: 't.Server',
  sid: sidOf(4),
};

/** An event of the endpoint `impl.ping`, from the client unless it is an answer. */
export const eventOf = (
  kind: EventKind,
  method: string,
  fields: Readonly<Record<string, Value>> = {},
  change: Partial<SecurityEvent> = {},
): SecurityEvent => {
  const isAnswer = kind === 'response' || kind === 'error';
  const message = Object.keys(fields).length === 0 ? emptyMessage : record(Object.entries(fields));
  return {
    kind,
    source: isAnswer ? server : client,
    destination: isAnswer ? client : server,
    endpoint: 'impl.ping',
    interface: undefined,
    method,
    content: { kind: 'value', message },
    ...change,
  };
};
