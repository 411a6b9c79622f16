import { counted, enumerated, many } from './shape.ts';
import type { Shape } from './shape.ts';

import { policy } from './policy.ts';
const repeated = ['{', '(', '[', '<', '!', 'a.', 'a.[', '"', '```', '`', '/*', '//', '\\', ',', '@A@', '@', '{{', '{%', '{#', '§', '9', '==>', '-', 'match src=a {', 'choice (a) { _ :', 'request ', 'use ', '\r', '$<>'] as const; // prettier-ignore

const asserting = (text: string): string => `request { assert (${text}) }\n`;

const list = (bytes: number, item: string): string => many(bytes, `${item}, `);

/** Policies of tokens, templates, expressions, choices and types. */
export const textShapes: readonly Shape[] = [
  ...repeated.map((piece) =>
    policy(`many ${piece}`, (bytes) => `request { assert ${many(bytes, piece)}`),
  ),
  ...['{', '(', '[', '"', '/*', ';', '}'].map((piece) =>
    policy(`declarations of ${piece}`, (bytes) => many(bytes, piece)),
  ),
  policy('{% if true %}', (bytes) => many(bytes, '{% if true %}')),
  policy('{% if X %}', (bytes) => many(bytes, '{% if X %}')),
  policy('{% if true %}a{% endif %}', (bytes) => many(bytes, '{% if true %} {% endif %}')),
  policy('{% if a or a or …', (bytes) => `{% if a${many(bytes, ' or a')} %}{% endif %}`),
  policy('generator lines that are none', (bytes) =>
    `$<>#${'>#'.repeat(4900)}\r\n`.repeat(Math.max(1, Math.floor(bytes / 9806))),
  ),
  policy('placeholders in lines', (bytes) =>
    `"" @A@ ${'x'.repeat(80)}\n`.repeat(Math.floor(bytes / 90)),
  ),
  policy('long list', (bytes) => asserting(`bool.all [${list(bytes, 'true')}]`)),
  policy('long list where a Boolean is asked for', (bytes) => asserting(`[${list(bytes, '1')}]`)),
  policy('long dictionary', (bytes) =>
    asserting(`{${enumerated(bytes, (index) => `a${String(index)} : 1`)}}`),
  ),
  policy('long && chain', (bytes) => asserting(`true${many(bytes, ' && true')}`)),
  policy('&& chains of 900', (bytes) =>
    counted(bytes, () => asserting(`true${' && true'.repeat(900)}`)),
  ),
  policy('long + chain', (bytes) => asserting(`1${many(bytes, ' + 1')} == 1`)),
  policy('comparisons of long numbers', (bytes) =>
    counted(bytes, () => asserting(`${'9'.repeat(50_000)} == 1`)),
  ),
  policy(
    'products of long numbers',
    (bytes) =>
      `assert { sequence {\n${counted(bytes, () => `t.Client ~> t.Server : impl.ping.Ping { value : ${Array.from({ length: 100 }, () => '9'.repeat(90)).join(' * ')} }\n`)}} }`,
  ),
  policy('one number', (bytes) => asserting(`${'9'.repeat(Math.min(bytes, 1_000_000))} == 1`)),
  policy(
    'long choice',
    (bytes) =>
      `request { choice (src_sid) {\n${counted(bytes, (index) => `${String(index)} : grant ()\n`)}} }`,
  ),
  policy('long choice of a long Flow', (bytes) => {
    const states = enumerated(bytes / 4, (index) => `"s${String(index)}"`);
    const alternatives = states.replaceAll(', ', ' | ');
    const cases = counted(bytes / 4, (index) => `"t${String(index)}" : grant ()\n`);
    return `policy object f : Flow { type State = ${alternatives} config = { states : [${states}], initial : "s0", transitions : {} } }\nrequest { choice (f.query {sid : src_sid}) {\n${cases}} }`;
  }),
  policy('states of a Flow', (bytes) => {
    const states = enumerated(bytes / 3, (index) => `"s${String(index)}"`);
    const transitions = enumerated(bytes / 3, (index) => `"s${String(index)}" : ["s0"]`);
    return `policy object f : Flow { type State = ${states.replaceAll(', ', ' | ')} config = { states : [${states}], initial : "s0", transitions : {${transitions}} } }`;
  }),
];
