import type { RandomStream } from '../../simulator/random.ts';

/** The languages of the front door, and `wire` for the bytes of messages. */
export type Alphabet = 'idl' | 'cdl' | 'edl' | 'psl' | 'template' | 'yaml' | 'wire';

/** Characters that no language expects, and those that end lines for some and not for others. */
const junk = ['\u0000', '\u0001', '\u007f', '\u00a0', '\u2028', '\ufeff', '\ufffd', 'я', '𝒳', '§'];

const signs = [
  ' ', ' ', ' ', '\n', '\n', '\t', '\r\n', '{', '}', '(', ')', '[', ']', '<', '>', ':', ';', ',', '.',
  '=', '==', '==>', '&&', '||', '<-', '~>', '<<', '>>', '**', '!', '~', '-', '+', '*', '/', '%', '|',
  '&', '^', '"', '"a"', '"\\', '```', '//', '/*', '*/', '0', '1', '0x1F', '0o7', '08', '1e3', '_', 'a',
  'B', 'x.y', 'a.', '.[', "'", '@', '\\',
] as const; // prettier-ignore

const component = ['component', 'endpoints', 'components', 'security', 'interfaces', 'a : b.C\n'];

const words: Readonly<Record<Exclude<Alphabet, 'wire'>, readonly string[]>> = {
  idl: [
    'package a.B\n', 'import a.C\n', 'const', 'UInt8', 'SInt64', 'typedef', 'struct', 'union', 'Handle',
    'interface', 'in', 'out', 'error', 'string<', 'bytes<4>', 'array<', 'sequence<UInt8, 2>', 'handle<a>',
    'const UInt8 a = 1;', 'struct S { UInt8 a; }', 'interface { M(in UInt8 a); }',
  ],
  cdl: ['component a.B\n', ...component],
  edl: ['entity a.B\n', 'task class a.B\n', 'task', 'class', ...component],
  psl: [
    'execute', 'request', 'response', 'error', 'security', 'use', 'use EDL a.B\n', 'use nk.base._\n',
    'match', 'choice', 'audit', 'default', 'profile', 'policy', 'object', 'task', 'class', 'assert',
    'sequence', 'setup', 'finally', 'grant', 'deny', 'any', 'grant ()', 'deny ()', 'src=', 'dst=a',
    'method=', 'endpoint=a', 'interface=', 'component=', 'message.', 'src_sid', 'true', 'type', 'config',
    'State', '{ sid : src_sid }', '_ :', '"a" :', 'kss', 'request { grant () }', 'size (', 'a ~> b:c.D {}',
    'policy object f : Flow {', 'assert { sequence {', 'audit profile p = {', 'call', 'recv', 'reply',
  ],
  template: [
    '{%', '%}', '{% if A %}', '{% if true %}', '{% elif B == "b" %}', '{% else %}', '{% endif %}', '{#',
    '#}', '{{', '}}', '{{ A }}', '@A@', '@A+@', '@INIT_X_ENTITY_CONNECTIONS@', '$<', '$<A:b>', 'not',
    'is', 'defined', 'in', 'and', 'or', '==', '!=', '(', ')', '[', ']', '"a"', '-%}', '{%-', '#', '\r',
  ],
  yaml: [
    'entities:\n', '- ', '- name: a.B\n', '  task: b\n', '  connections:\n', '  - {target: a, id: b}\n',
    'objectives:\n', 'programs:\n', 'name: a\n', 'text: |\n', 'never: request src=A\n', 'never: >\n  ',
    'untrusted: [a]\n', 'process: a\n', 'initial: b\n', 'states: {a: {do: recv}}\n', 'on: ', 'when: ',
    'next: b\n', '  ', '    ', '? ', ': ', '|', '>-', '&a ', '*a ', '!!str ', '%YAML 1.2\n', '---\n',
    '...\n', '# ', 'env: {A: b}\n', 'args: [a, b]\n', '"\\x41"', '"\\\n', "''", '<<: ', 'do: ', '0', '~',
  ],
}; // prettier-ignore

const alphabets = (alphabet: Exclude<Alphabet, 'wire'>): readonly string[] => [
  ...signs,
  ...words[alphabet],
  ...words[alphabet],
  ...junk,
];

const known = new Map<Alphabet, readonly string[]>();

const piecesOf = (alphabet: Exclude<Alphabet, 'wire'>): readonly string[] => {
  const found = known.get(alphabet) ?? alphabets(alphabet);
  known.set(alphabet, found);
  return found;
};

/** Small mostly; one in a hundred is long. */
const length = (random: RandomStream): number =>
  random.below(random.below(100) === 0 ? 1500 : 1 + random.below(60)) + 1;

/** A random text of pieces that a language is made of; one piece in a hundred is repeated many times. */
export const randomText = (alphabet: Exclude<Alphabet, 'wire'>, random: RandomStream): string => {
  const pieces = piecesOf(alphabet);
  const parts: string[] = [];
  for (let left = length(random); left > 0; left--) {
    const piece = pieces[random.below(pieces.length)] ?? '';
    parts.push(random.below(100) === 0 ? piece.repeat(1 + random.below(500)) : piece);
    if (random.below(2) === 0) parts.push(' ');
  }
  return parts.join('');
};

/** Random bytes: all alike, or small numbers as headers, descriptors and tags have them. */
export const randomBytes = (random: RandomStream): Uint8Array => {
  const count = random.below(random.below(50) === 0 ? 2000 : 80);
  const isWild = random.below(4) === 0;
  return Uint8Array.from({ length: count }, (_, index) => {
    if (isWild) return random.below(256);
    if (index < 8) return index === 2 ? random.below(16) : Number(random.below(40) === 0);
    return index % 4 === 0 ? random.below(48) : Number(random.below(30) === 0) * random.below(256);
  });
};
