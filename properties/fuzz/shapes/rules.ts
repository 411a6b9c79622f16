import { counted, many } from './shape.ts';
import type { Shape } from './shape.ts';

import { policy } from './policy.ts';

const list = (bytes: number, item: string): string => many(bytes, `${item}, `);

/** Policies of many declarations, rules, sections and tests. */
export const ruleShapes: readonly Shape[] = [
  policy('rules', (bytes) =>
    counted(
      bytes,
      (index) =>
        `request src=t.Client dst=t.Server endpoint=impl.ping method=Ping { assert (message.value == ${String(index)}) }\n`,
    ),
  ),
  policy('rules of any class', (bytes) =>
    counted(
      bytes,
      (index) =>
        `request endpoint=impl.ping method=Ping { assert (message.value == ${String(index)}) }\n`,
    ),
  ),
  policy('rules with faults', (bytes) => counted(bytes, () => 'request { assert ( }\n')),
  policy('unknown classes', (bytes) =>
    counted(bytes, (index) => `request src=x.Y${String(index)} { grant () }\n`),
  ),
  policy('classes without files', (bytes) =>
    counted(bytes, (index) => `use EDL x.Y${String(index)}\n`),
  ),
  policy(
    'classes without files, and others unknown',
    (bytes) =>
      `${counted(bytes / 2, (index) => `use EDL x.Y${String(index)}\n`)}${counted(bytes / 2, (index) => `request src=x.Z${String(index)} { grant () }\n`)}`,
  ),
  policy(
    'methods of a stub',
    (bytes) =>
      `use EDL x.Stub\n${counted(bytes, (index) => `request dst=x.Stub endpoint=a method=M${String(index)} { grant () }\n`)}`,
  ),
  policy('unknown policy objects', (bytes) =>
    counted(bytes, (index) => `request { o${String(index)}.grant () }\n`),
  ),
  policy('policy objects', (bytes) =>
    counted(bytes, (index) => `policy object o${String(index)} : Base {}\n`),
  ),
  policy(
    'policy objects, and others unknown',
    (bytes) =>
      `${counted(bytes / 2, (index) => `policy object o${String(index)} : Base {}\n`)}${counted(bytes / 2, (index) => `request { p${String(index)}.grant () }\n`)}`,
  ),
  policy('rules in one body', (bytes) => `request {\n${many(bytes, 'grant () ')}}`),
  policy(
    'sections in one body',
    (bytes) => `request {\n${many(bytes, 'match src=t.Client { grant () } ')}}`,
  ),
  policy('deep match', (bytes) =>
    counted(
      bytes,
      () => `request { ${'match src=t.Client { '.repeat(190)} grant () ${'}'.repeat(190)} }\n`,
    ),
  ),
  policy('deep choice', (bytes) =>
    counted(
      bytes,
      () => `request { ${'choice (src_sid) { _ : '.repeat(90)} grant () ${'}'.repeat(90)} }\n`,
    ),
  ),
  policy('deep match, deep expression', (bytes) =>
    counted(
      bytes,
      () =>
        `request { ${'match src=t.Client { '.repeat(180)} assert (${'!'.repeat(15)}true${' && true'.repeat(950)}) ${'}'.repeat(180)} }\n`,
    ),
  ),
  policy(
    'selectors, then sections',
    (bytes) =>
      `request ${many(bytes / 2, 'src=t.Client ')} {\n${many(bytes / 2, 'match src=t.Client {} ')}}`,
  ),
  policy(
    'deep selectors, then sections',
    (bytes) =>
      `request { ${`match ${'src=t.Client '.repeat(40)} {`.repeat(190)} ${many(bytes, 'match src=t.Client {} ')} ${'}'.repeat(190)} }`,
  ),
  policy('selectors', (bytes) => `request ${many(bytes, 'endpoint=impl.ping ')} { grant () }`),
  policy(
    'one long dotted name',
    (bytes) => `request src=${many(bytes, 'abcde.').replaceAll('\n', '\n')}a { grant () }`,
  ),
  policy('long dotted names', (bytes) =>
    counted(bytes, () => `request src=${'abcdefgh.'.repeat(1000)}a { grant () }\n`),
  ),
  policy('use of what is not there', (bytes) =>
    counted(bytes, (index) => `use x.y${String(index)}._\n`),
  ),
  policy('execute interfaces', (bytes) =>
    counted(bytes, (index) => `execute: x.Y${String(index)}\n`),
  ),
  policy('audit profiles', (bytes) =>
    counted(
      bytes,
      (index) => `audit profile p${String(index)} = { 0 : { base : { kss : ["denied"] } } }\n`,
    ),
  ),
  policy(
    'levels of a profile',
    (bytes) =>
      `audit profile p = {\n${counted(bytes, (index) => `${String(index)} : { base : { kss : ["denied"] } },\n`)}}`,
  ),
  policy(
    'expectations',
    (bytes) =>
      `assert { sequence {\n${counted(bytes, (index) => `t.Client ~> t.Server : impl.ping.Ping { value : ${String(index)} }\n`)}} }`,
  ),
  policy(
    'sequences',
    (bytes) =>
      `assert {\n setup { ${'a <- execute dst=t.Client '.repeat(10)} }\n${counted(bytes, () => 'sequence { grant execute dst=t.Client }\n')} }`,
  ),
  policy(
    'setup, then sequences',
    (bytes) =>
      `assert {\n setup { ${many(bytes / 2, 'execute dst=t.Client ')} }\n${many(bytes / 2, 'sequence {} ')} }`,
  ),
  policy(
    'blocks of setup',
    (bytes) => `assert {\n${many(bytes, 'setup { execute dst=t.Client } ')} }`,
  ),
  policy(
    'type of many tuples',
    (bytes) =>
      `policy object s : HashSet { type Entry = [${list(bytes, 'UInt8')} UInt8] config = { set_size : 1, pool_size : 1 } }`,
  ),
  policy('deep types', (bytes) =>
    counted(
      bytes,
      (index) =>
        `policy object s${String(index)} : HashSet { type Entry = ${'['.repeat(90)}UInt8${']'.repeat(90)} config = { set_size : 1, pool_size : 1 } }\n`,
    ),
  ),
  policy('many faults of tokens', (bytes) => many(bytes, '1x § ')),
];
