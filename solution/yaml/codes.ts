/** What the readers of YAML files can say. */
export const yamlCodes = {
  'YAML-001': 'The text is not YAML.',
  'YAML-002': 'Nesting deeper, or a text longer, than the limit.',
  'YAML-003': 'Another kind of node is expected here.',
  'YAML-004': 'A key that the format does not have.',
  'YAML-005': 'A key that must be there is missing.',
  'INIT-001': 'Two processes have one name.',
  'INIT-002': 'Two connections of one client have one id.',
  'INIT-003': 'The target of a connection is no process; the channel does not exist (C-43).',
  'INIT-004': 'The class of a process is not included by the policy; it cannot start (C-02).',
  'INIT-005': 'No rule lets a process start.',
  'INIT-006': 'No request over a channel can be granted.',
  'INIT-007': 'The channel to the name server has another id than the one that clients look up.',
  'OBJ-001': 'Two objectives have one name.',
  'OBJ-002': 'An untrusted process does not exist.',
  'OBJ-003': 'A class, endpoint, interface or method in an event does not exist.',
  'PRG-001':
    'A program or a contract for a process that does not exist, or a second one for the same.',
  'PRG-002': 'A state that does not exist.',
  'PRG-003':
    'A step names a connection, endpoint, method or parameter that does not exist, or gives a wrong value.',
  'PRG-004':
    'A condition of a branch, its kind, or a name under which it keeps something is wrong.',
  'PRG-005': 'A state that is never reached.',
  'PRG-006': 'A role of devices that there is not, or a name of one that is none.',
  'FLT-001': 'A fault of a process that does not exist.',
  'FLT-002': 'A fault that there is not.',
  'FLT-003': 'A step at which a fault cannot come.',
} as const satisfies Record<`${string}-${number}`, string>;

export type YamlCode = keyof typeof yamlCodes;
