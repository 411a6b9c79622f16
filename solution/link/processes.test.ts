import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const told = (text: string): readonly string[] => toldOf({ 'init.yaml': text }, catalogue);

const panel = (rest: string): string => `entities:\n- name: home.Panel\n${rest}`;
const connected = (connection: string): string => panel(`  connections:\n  - ${connection}\n`);

describe('the processes of a solution', () => {
  it.each([
    ['', ['YAML-003 ']],
    ['entities', ['YAML-003 entities']],
    ['entities: []\nmore: 1\n', ['YAML-004 more']],
    ['entities:\n- home.Panel\n', ['YAML-003 home.Panel']],
    ['entities:\n- task: panel\n', ['YAML-005 task: panel ']],
    ['entities:\n- name:\n', ['YAML-003 ']],
    ['entities:\n- name: [a]\n', ['YAML-003 [a]']],
    [panel('  args: -v\n'), ['YAML-003 -v']],
    [panel('  env: VERBOSE\n'), ['YAML-003 VERBOSE']],
    [panel('  pth: Panel\n'), ['YAML-004 pth']],
    [panel('- name: home.Panel\n'), ['INIT-001 home.Panel']],
    [panel('- name: home.Lamp\n  task: home.Panel\n'), ['INIT-001 home.Panel']],
    [panel('- name: home.Fan\n'), ['INIT-004 home.Fan']],
    [connected('{id: a}'), ['YAML-005 {id: a}']],
    [connected('{target: lamp, id: a}'), ['INIT-003 lamp']],
    [connected('{target: home.Panel, id: {include: a.h}}'), ['YAML-005 {include: a.h}']],
    [connected('{target: home.Panel, id: {var: A, file: a.h}}'), ['YAML-004 file']],
  ])('tell what is wrong with %j: %j [LANG-3]', (text, expected) => {
    const beside = (line: string): boolean => line.startsWith('INIT-006');

    expect(told(text).filter((line) => !beside(line))).toEqual(expected);
  });

  it('tell once of a connection without an id [LANG-3]', () => {
    const text = 'entities:\n- name: home.Panel\n  connections:\n  - {target: home.Lamp, id: ""}\n';

    expect(told(`${text}- name: home.Lamp\n`)).toEqual(['YAML-003 ""']);
  });

  it('tell of a channel id only where one client has it twice [LANG-3]', () => {
    const connection = '  connections:\n  - {target: home.Lamp, id: light}\n';
    const lamp = '- name: home.Lamp\n';
    const other = `- name: home.Panel\n  task: other\n${connection}`;

    expect([
      told(`${panel(connection)}${lamp}${other}`),
      told(`${panel(`${connection}  - {target: home.Lamp, id: light}\n`)}${lamp}`),
    ]).toEqual([[], ['INIT-002 light']]);
  });
});
