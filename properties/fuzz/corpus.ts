import { baseFiles, policyHead } from '../../kss/test-solution.ts';
import { constructs } from '../../solution/constructs/all.ts';
import type { Construct } from '../../solution/constructs/construct.ts';
import type { Alphabet } from './random-text.ts';

/** The texts of one solution by path. */
export type Texts = Readonly<Record<string, string>>;

const extras: Texts = {
  'objectives.yaml':
    'objectives:\n- name: never-note\n  text: nobody notes\n  untrusted: [client]\n  never: request src=t.Client dst=t.Server endpoint=impl.ping method=Note\n',
  'programs.yaml':
    'programs:\n- process: client\n  initial: ask\n  states:\n    ask:\n      do: "call server : impl.ping.Ping { value : 1 }"\n      on:\n      - {on: response, when: message.result == 1, next: ask}\n      - {on: error, next: ask}\n- process: server\n  initial: idle\n  states:\n    idle:\n      do: recv\n      on: [{on: request impl.ping.Ping, next: answer}, {on: request, next: no}]\n    answer: {do: "reply { result : 1 }", on: [{on: replied, next: idle}]}\n    no: {do: "reply error { code : -1 }", on: [{on: replied, next: idle}]}\n',
};

const solutionOf = ({ policy, whole, files = {}, tests = [] }: Construct): Texts => {
  const test = tests.length === 0 ? '' : `\nassert { sequence {\n${tests.join('\n')}\n} }`;
  const template = files['security.psl.in'];
  const root = template ?? whole ?? `${policyHead}${policy ?? ''}`;
  const name = template === undefined ? 'security.psl' : 'security.psl.in';
  const own = { ...files, [name]: `${root}${test}` };
  const base = baseFiles.filter(([path]) => own[`${path}.in`] === undefined);
  return { ...Object.fromEntries(base), ...own };
};

/** A right solution for each construct of the languages, and one with objectives and programs. */
export const solutions: readonly Texts[] = [
  { ...Object.fromEntries(baseFiles), ...extras, 'security.psl': policyHead },
  ...constructs.map(solutionOf),
];

const endings: Readonly<Record<Exclude<Alphabet, 'wire'>, RegExp>> = {
  idl: /\.idl$/,
  cdl: /\.cdl$/,
  edl: /\.edl$/,
  psl: /\.psl$/,
  template: /\.in$/,
  yaml: /\.ya?ml$/,
};

/** Right texts of one language, each once. */
export const textsOf = (alphabet: Exclude<Alphabet, 'wire'>): readonly string[] => [
  ...new Set(
    solutions.flatMap((texts) =>
      Object.entries(texts)
        .filter(([path]) => endings[alphabet].test(path))
        .map(([, text]) => text),
    ),
  ),
];

/** Expressions and requests as people write them alone. */
export const fragments = {
  expression: [
    'message.value == 1 && !(src_sid == dst_sid) || size (message.text) > 0x10',
    'bool.all [message.a.b == 1, pred.empty (message.list), message.list.[0] < 2 + 3 * 4]',
    'bool.cond { if : true, then : "a", else : () } ==> ~1 | 2 & -3 != 4',
  ],
  request: [
    'request src=t.Client dst=t.Server endpoint=impl.ping method=Ping { value : 1 }',
    'v <- grant "title" execute dst=t.Server',
    't.Client ~> t.Server : impl.ping.Send { pair : { a : 1, b : "x" }, list : [1, 2], raw : "00ff" }',
  ],
} as const;
