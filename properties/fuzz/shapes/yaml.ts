import { counted, withFile } from './shape.ts';
import type { Shape } from './shape.ts';

const yamlMost = 128 * 1024 - 200;

const yaml = (name: string, text: (bytes: number) => string): Shape => ({
  name: `yaml: ${name}`,
  most: yamlMost,
  make: (bytes) => withFile('init.yaml', text(bytes)),
});

/** Init descriptions, and what is hard on readers of YAML. */
export const yamlShapes: readonly Shape[] = [
  ...['[', '{', '- ', 'a: ', '? ', '"', "'", '&a ', '*a ', '!a ', '#', ',', '| ', '\n', '---\n', '%a\n', '\t', '{a: ', '[a, ', '}', ': ', '\\', '"\\'].map((piece) =>
    yaml(`many ${JSON.stringify(piece)}`, (bytes) => `entities: ${piece.repeat(Math.floor(bytes / piece.length))}`),
  ),
  yaml('processes', (bytes) => `entities:\n${counted(bytes, (index) => `- name: t.Client\n  task: c${String(index)}\n`)}`),
  yaml('connections', (bytes) => `entities:\n- name: t.Client\n  task: client\n  connections:\n${counted(bytes, (index) => `  - {target: client, id: i${String(index)}}\n`)}`),
  yaml('connections to nothing', (bytes) => `entities:\n${counted(bytes / 2, (index) => `- name: t.Client\n  task: c${String(index)}\n`)}  connections:\n${counted(bytes / 2, (index) => `  - {target: d${String(index)}, id: i${String(index)}}\n`)}`),
  yaml('keys that are none', (bytes) => `entities:\n- name: a\n${counted(bytes, (index) => `  k${String(index)}: a\n`)}`),
  yaml('one key', (bytes) => `entities:\n- name: a\n${counted(bytes, () => '  env: a\n')}`),
  yaml('a list in one line', (bytes) => `entities: [${'a, '.repeat(Math.floor(bytes / 3))}]`),
  yaml('faults in one line', (bytes) => `entities: ${'} '.repeat(Math.floor(bytes / 2))}`),
  yaml('a folded text', (bytes) => `entities: >\n${'  a\n\n'.repeat(Math.floor(bytes / 5))}`),
  yaml('a text in quotes over lines', (bytes) => `entities: "${'a\n\n '.repeat(Math.floor(bytes / 4))}"`),
]; // prettier-ignore
