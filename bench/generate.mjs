// @ts-check
/** A solution of a given number of rules, the same for the same number. */
import { randomOf } from './random.mjs';

const devices = 10;
const controls = 6;
const rulesPerClass = 84;
const leastClasses = 60;
/** init.yaml has a limit of its own; it holds this many processes at most. */
const mostProcesses = 600;
const expectations = 200;

/** @type {(index: number) => string} */
const device = (index) => `package b.Dev${index}
struct Mode { UInt8 dir0; UInt8 dir1; }
interface {
    Read(in UInt32 value, in string<32> name, out UInt32 result, error SInt32 code);
    Write(in UInt32 value, in Mode mode, out SInt32 result, error SInt32 code);
    Seek(in UInt64 value, out SInt32 result, error SInt32 code);
    List(in sequence<UInt8, 16> list, in UInt16 value, out SInt32 result, error SInt32 code);
}
`;

/** @type {(index: number) => string} */
const control = (index) => `package b.Control${index}
interface {
    Start(in UInt8 value, out SInt32 result, error SInt32 code);
    Stop(in UInt8 value, out SInt32 result, error SInt32 code);
}
`;

/** @type {(index: number) => string} */
const entity = (index) => `task class a.C${index}
components { io : b.Io${index % devices} }
security b.Register
endpoints {
    control : b.Control${index % controls}
    status : b.Control${(index + 1) % controls}
}
`;

/** Declarations for a number of classes. @type {(classes: number) => [string, string][]} */
const declarations = (classes) => [
  ['b/Register.idl', 'package b.Register\ninterface { Register(in UInt32 value); }\n'],
  ...Array.from(
    { length: devices },
    (_, index) => /** @type {[string, string]} */ ([`b/Dev${index}.idl`, device(index)]),
  ),
  ...Array.from(
    { length: devices },
    (_, index) =>
      /** @type {[string, string]} */ ([
        `b/Io${index}.cdl`,
        `component b.Io${index}\nendpoints { dev : b.Dev${index} }\n`,
      ]),
  ),
  ...Array.from(
    { length: controls },
    (_, index) => /** @type {[string, string]} */ ([`b/Control${index}.idl`, control(index)]),
  ),
  ...Array.from(
    { length: classes },
    (_, index) => /** @type {[string, string]} */ ([`a/C${index}.edl`, entity(index)]),
  ),
];

/** @type {(classes: number) => string} */
const init = (classes) => {
  const processes = Math.min(classes, mostProcesses);
  const entries = Array.from({ length: processes }, (_, index) => {
    const targets = [(index + 1) % processes, (index + 7) % processes];
    const connections = targets
      .map((target) => `  - {target: p${target}, id: s${target}}\n`)
      .join('');
    return `- name: a.C${index}\n  task: p${index}\n  connections:\n${connections}`;
  });
  return `entities:\n${entries.join('')}`;
};

/** @type {(classes: number) => string} */
const head = (classes) => `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
${Array.from({ length: classes }, (_, index) => `use EDL a.C${index}\n`).join('')}
policy object mode : Flow {
    type State = "off" | "on" | "failed"
    config = { states : ["off", "on", "failed"], initial : "off",
               transitions : { "off" : ["on"], "on" : ["off", "failed"], "failed" : ["off"] } }
}
policy object seen : HashSet { type Entry = UInt32 config = { set_size : 100, pool_size : 1000 } }
policy object pairs : HashSet { type Entry = [UInt8, UInt8] config = { set_size : 10, pool_size : 100 } }

/* Starts. */
execute src=kl.core.Core { grant () }
execute src=Einit { grant () mode.init { sid : dst_sid } seen.init { sid : dst_sid } pairs.init { sid : dst_sid } }

`;

/**
 * One binding, with one to four rules: every kind of event and selector, conditions, sections,
 * choices, and objects.
 *
 * @type {(random: (limit: number) => number, classes: number) => { text: string, rules: number }}
 */
const binding = (random, classes) => {
  const [client, server, value] = [random(classes), random(classes), random(100_000)];
  const ends = `src=a.C${client} dst=a.C${server}`;
  const answer = `src=a.C${server}, dst=a.C${client}`;
  switch (random(16)) {
    case 0:
    case 1:
      return { text: `request ${ends} endpoint=io.dev method=Read { grant () }`, rules: 1 };
    case 2:
      return {
        text: `request ${ends} endpoint=control method=Start { assert (message.value == ${value & 255}) }`,
        rules: 1,
      };
    case 3:
      return {
        text: `request ${ends} {\n    match endpoint=io.dev {\n        match method=Read { grant () }\n        match method=Write { assert (message.mode.dir0 != 0x${(value & 255).toString(16)}) }\n    }\n    match endpoint=control method=Stop { grant () }\n}`,
        rules: 3,
      };
    case 4:
      return { text: `response ${answer}, endpoint=status, method=Stop { grant () }`, rules: 1 };
    case 5:
      return {
        text: `response ${answer} endpoint=io.dev method=Seek { assert (message.result <= ${value}) }`,
        rules: 1,
      };
    case 6:
      return { text: `error ${answer} { grant () } // any method of the class`, rules: 1 };
    case 7:
      return {
        text: `security src=a.C${client}, method=Register { seen.add { sid : src_sid, entry : message.value } }`,
        rules: 1,
      };
    case 8:
      return {
        text: `request ${ends} interface=b.Dev${server % devices} method=List {\n    assert (message.value < ${value & 1023} || message.value > ${value} && !(src_sid == dst_sid))\n    deny (size (message.list) > 7)\n}`,
        rules: 2,
      };
    case 9:
      return {
        text: `request ${ends} component=b.Io${server % devices} method=Seek { grant () }`,
        rules: 1,
      };
    case 10:
      return {
        text: `request ${ends} endpoint=status method=Start {\n    choice (mode.query { sid : dst_sid }) {\n        "off" : mode.enter { sid : dst_sid, state : "on" }\n        "on" : { assert (seen.contains { sid : src_sid, entry : ${value} }) grant () }\n        _ : deny ()\n    }\n}`,
        rules: 4,
      };
    case 11:
    case 13:
      return { text: `request ${ends} { grant () }`, rules: 1 };
    case 12:
    case 14:
      return { text: `response ${answer} { grant () }`, rules: 1 };
    default:
      return {
        text: `request ${ends} endpoint=io.dev method=Write {\n    pairs.add { sid : src_sid, entry : [message.mode.dir0, message.mode.dir1] }\n    assert (bool.any ([message.value == ${value}, message.value + 1 < ${value}]))\n}`,
        rules: 2,
      };
  }
};

/** @type {(random: (limit: number) => number, classes: number) => string} */
const tests = (random, classes) => {
  const lines = Array.from({ length: expectations }, (_, index) => {
    const [client, server] = [random(classes), random(classes)];
    return index % 3 === 0
      ? `        any response src=a.C${server} dst=a.C${client} endpoint=control method=Stop { result : -1 }`
      : `        any a.C${client} ~> a.C${server} : io.dev.Read { value : ${index}, name : "n${index}" }`;
  });
  return `assert "generated" {\n    sequence {\n${lines.join('\n')}\n    }\n}\n`;
};

/**
 * The files of a solution whose policy has a number of rules; about 75 characters each.
 *
 * @type {(rules: number) => { files: Map<string, string>, psl: string, rules: number, classes: number }}
 */
export const generateSolution = (rules) => {
  const random = randomOf(1);
  const classes = Math.max(leastClasses, Math.floor(rules / rulesPerClass));
  const bindings = [];
  let made = 0;
  while (made < rules) {
    const one = binding(random, classes);
    bindings.push(one.text);
    made += one.rules;
  }
  const psl = `${head(classes)}${bindings.join('\n')}\n\n${tests(random, classes)}`;
  const files = new Map([
    ...declarations(classes),
    ['security.psl', psl],
    ['init.yaml', init(classes)],
  ]);
  return { files, psl, rules: made, classes };
};
