// @ts-check
/**
 * `node tools/soak.mjs [--lines N] [--seed N]`: random and malformed lines through the built `refmon
 * decide`, for several policies, patterns and formulas that are hard on bad engines among them.
 * Prints lines a second and the memory of the process at the start, in the middle and at the end;
 * fails if an answer is missing, a line ends the service, or memory grows.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} name @param {number} otherwise */
const numberOf = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const lines = numberOf('--lines', 1_000_000);
const seed = numberOf('--seed', 1);
console.log(`soak: ${String(lines)} lines a policy, seed ${String(seed)}`);

/** A generator of numbers in 0 … 1 (mulberry32). @param {number} state */
const makeRandom = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const idl = `package s.All
interface {
    Put(in UInt32 number, in string<200> text, in Handle handle, in sequence<UInt8, 4> list, out UInt8 x, error SInt8 code);
    Note();
}
`;
const head = `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use nk.regex._
use nk.temporal._
use EDL Einit
use EDL kl.core.Core
use EDL s.Client
use EDL s.Server
`;
/** A formula and a pattern that grow with their input in a careless engine. */
const deepFormula = `${'('.repeat(80)}a${' since b)'.repeat(80)}`;

/** @type {Record<string, string>} */
const policies = {
  stateful: `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"], "open" : ["shut"] } }
}
policy object seen : HashSet { type Entry = UInt32 config = { set_size : 16, pool_size : 65535 } }
audit profile all = { 0 : { base : { kss : ["granted", "denied"] }, gate : { kss : ["granted", "denied"] } } }
audit default = all 0
execute { grant () gate.init { sid : dst_sid } seen.init { sid : dst_sid } }
request method=Note { gate.init { sid : src_sid } seen.init { sid : src_sid } }
request method=Put {
    seen.init { sid : message.handle.handle }
    seen.add { sid : src_sid, entry : message.number }
    assert (message.number & 1 == 0 || size (message.list) > 1)
}
response { choice (gate.query { sid : src_sid }) { "shut" : gate.enter { sid : src_sid, state : "open" } _ : deny () } }
`,
  patterns: `request method=Put {
    assert (re.match { text : message.text, pattern : "(a+)+b" } || !re.match { text : message.text, pattern : "(a|aa)*c(a|b)*" })
    choice (re.select { text : message.text }) { "(x*)*y" : grant () "(a*a*a*)b" : grant () _ : deny () }
}
request method=Note { grant () }
`,
  formulas: `policy object past : Temporal {
    config = { atoms : ["a", "b"], formulas : { "deep" : "${deepFormula}", "window" : "once[5,900] (a && previously b)" }, pool_size : 65535 }
}
execute { past.init { sid : dst_sid } }
request method=Note { past.init { sid : src_sid } }
request method=Put {
    past.note { sid : src_sid, atoms : { "a" : message.number > 7, "b" : message.number & 1 == 1 } }
    past.tick { sid : src_sid, by : message.number & 3 }
    assert (past.holds { sid : src_sid, formula : "window" } || past.holds { sid : src_sid, formula : "deep" } || true)
}
`,
};

/** @param {() => number} random */
const lineMaker = (random) => {
  /** @template T @param {readonly T[]} all @returns {T} */
  const one = (all) => /** @type {T} */ (all[Math.floor(random() * all.length)]);
  const word = () =>
    'aab'.repeat(Math.floor(random() * 60)) + one(['', 'b', 'c', 'y', '\u0000', 'é', '"']);
  const number = () =>
    one([0, 1, 2, 7, 8, 255, 4294967295, 4294967296, -1, 1.5, null, '3', true, {}]);
  const message = () => {
    /** @type {Record<string, unknown>} */
    const made = {};
    if (random() < 0.8) made['number'] = random() < 0.9 ? Math.floor(random() * 40) : number();
    if (random() < 0.7) made['text'] = word();
    if (random() < 0.6)
      made['handle'] = {
        handle:
          random() < 0.5 ? one(['client', 'server']) : `o${String(Math.floor(random() * 200000))}`,
        rights: number(),
      };
    if (random() < 0.3) made['list'] = one([[], [1, 2], [1, 2, 3, 4, 5], ['x'], 7]);
    if (random() < 0.02) made['__proto__x'] = 1;
    return made;
  };
  const event = () =>
    JSON.stringify({
      id: Math.floor(random() * 1e9),
      event: one([
        'execute',
        'request',
        'request',
        'request',
        'request',
        'response',
        'error',
        'security',
        'x',
      ]),
      src: one([
        'client',
        'client',
        'client',
        's.Client',
        'Einit',
        'server',
        'nobody',
        'kl.core.Core',
      ]),
      dst: one(['server', 'server', 'server', 's.Server', 'client', 'nobody', '__proto__']),
      endpoint: one(['all', 'all', 'all', 'none', 'constructor']),
      method: one(['Put', 'Put', 'Put', 'Note', 'toString']),
      message: random() < 0.95 ? message() : one([null, [], 'x', 3]),
    });
  const junk = () =>
    Array.from({ length: Math.floor(random() * 80) }, () =>
      String.fromCharCode(1 + Math.floor(random() * 400)),
    )
      .join('')
      .replaceAll('\n', ' ');
  return () => {
    const kind = random();
    if (kind < 0.9) return event();
    if (kind < 0.93) return event().slice(0, Math.floor(random() * 60));
    if (kind < 0.95)
      return `{"gone":"${random() < 0.5 ? 'client' : `o${String(Math.floor(random() * 200000))}`}"}`;
    if (kind < 0.951) return '{"reset":true}';
    if (kind < 0.96) return '{"audit":5}';
    if (kind < 0.9999) return junk();
    return `"${'x'.repeat(3_000_000)}"`;
  };
};

/** @param {string} directory @param {string} policy */
const writeSolution = (directory, policy) => {
  mkdirSync(join(directory, 's'), { recursive: true });
  writeFileSync(join(directory, 's/All.idl'), idl);
  writeFileSync(join(directory, 's/Client.edl'), 'entity s.Client\n');
  writeFileSync(join(directory, 's/Server.edl'), 'entity s.Server\nendpoints { all : s.All }\n');
  writeFileSync(
    join(directory, 'init.yaml'),
    'entities:\n- name: s.Client\n  task: client\n  connections:\n  - {target: server, id: server}\n- name: s.Server\n  task: server\n',
  );
  writeFileSync(join(directory, 'security.psl'), head + policy);
};

/** Resident memory of a process in MiB; absent where the system does not say. @param {number} pid */
const residentOf = (pid) => {
  try {
    const [, kilobytes] =
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
};

/** @param {string} name @param {string} policy @returns {Promise<boolean>} */
const soak = async (name, policy) => {
  const directory = mkdtempSync(join(tmpdir(), 'refmon-soak-'));
  writeSolution(directory, policy);
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'decide', directory, '--quiet'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const make = lineMaker(makeRandom(seed));
  let answers = 0;
  let granted = 0;
  /** @type {(number | undefined)[]} */
  const memory = [];
  const samples = [0.2, 0.6, 0.95].map((share) => Math.floor(share * lines));
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const whole = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) {
      answers += 1;
      if (line.includes('"granted"')) granted += 1;
      if (samples.includes(answers)) memory.push(residentOf(child.pid ?? 0));
    }
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => undefined);
  const started = performance.now();
  let asked = 0;
  for (let index = 0; index < lines; index += 1) {
    const line = make();
    if (line.trim() !== '') asked += 1;
    if (!child.stdin.write(`${line}\n`))
      await new Promise((resume) => child.stdin.once('drain', resume));
    if (child.exitCode !== null) break;
  }
  child.stdin.end();
  const code = await ended;
  const seconds = (performance.now() - started) / 1000;
  rmSync(directory, { recursive: true });
  const [early, middle, late] = memory;
  const isSeen = early === undefined || late !== undefined;
  const grew = early !== undefined && late !== undefined && late > early * 1.5 + 64;
  console.log(
    `${name}: exit ${String(code)}, ${String(answers)} answers to ${String(asked)} lines, ${String(granted)} granted, ` +
      `${String(Math.round(asked / seconds))} lines/s, resident MiB ${[early, middle, late].map((one) => String(one ?? '?')).join(', ')}`,
  );
  return code === 0 && answers === asked && granted > 0 && isSeen && !grew;
};

let isFine = true;
for (const [name, policy] of Object.entries(policies)) {
  if (!(await soak(name, policy))) isFine = false;
}
console.log(isFine ? 'soak: fine' : 'soak: FAILED');
process.exitCode = isFine ? 0 : 1;
