import { rules } from '../example.ts';
import type { Example, Files } from '../example.ts';

const test = (text: string): Files => rules(`assert { sequence {\n    ${text}\n} }`);

/** Examples of tests within a policy. */
export const palExamples: readonly Example[] = [
  {
    code: 'PAL-001',
    about: 'A subject that does not exist',
    files: test('execute dst=home.Lmap'),
    cure: 'Name a process of init.yaml, a class that the policy includes, or a variable that an earlier `execute` has bound.',
    cured: test('execute dst=home.Lamp'),
  },
  {
    code: 'PAL-001',
    about: 'A variable for an event that makes no process',
    files: test('v <- request src=panel dst=lamp endpoint=direct method=Off'),
    cure: 'Leave the variable out: only an `execute` makes something that it could stand for.',
    cured: test('request src=panel dst=lamp endpoint=direct method=Off'),
  },
  {
    code: 'PAL-001',
    about: 'A variable for a process that is not made',
    files: test('v <- deny execute dst=home.Lamp'),
    cure: 'Leave the variable out, or expect that the start is granted.',
    cured: test('v <- execute dst=home.Lamp'),
  },
  {
    code: 'PAL-002',
    about: 'An endpoint that the server does not have',
    files: test('panel ~> lamp : driver.lihgt.Off {}'),
    cure: 'Write the endpoint as the class of the server has it, with the instances of its components before it: `driver.light`.',
    cured: test('panel ~> lamp : driver.light.Off {}'),
  },
  {
    code: 'PAL-002',
    about: 'A method that the endpoint does not have',
    files: test('request src=panel dst=lamp endpoint=direct method=On'),
    cure: 'Name a method that the interface of the endpoint declares.',
    cured: test('request src=panel dst=lamp endpoint=direct method=Off'),
  },
  {
    code: 'PAL-002',
    about: 'An interface that the server does not have',
    files: test('request src=panel dst=lamp interface=home.Lihgt method=Off'),
    cure: 'Name the interface of an endpoint of the server, or the endpoint itself where several have the interface.',
    cured: test('request src=panel dst=lamp interface=home.Light method=Off'),
  },
  {
    code: 'PAL-003',
    about: 'A parameter that the message does not have',
    files: test('panel ~> lamp : direct.Set { levle : 3 }'),
    cure: 'Name a parameter of the direction that the event carries. What is left out takes its default.',
    cured: test('panel ~> lamp : direct.Set { level : 3 }'),
  },
  {
    code: 'PAL-003',
    about: 'A value out of the range of its type',
    files: test('panel ~> lamp : direct.Set { level : 300 }'),
    cure: 'Give a value of the declared type. Whether the engine refuses a malformed message is tested with `decide`, not here.',
    cured: test('panel ~> lamp : direct.Set { level : 255 }'),
  },
  {
    code: 'PAL-003',
    about: 'A value of another kind',
    files: test('panel ~> lamp : direct.Paint { address : { room : 12 } }'),
    cure: 'Write texts in quotes and integers without, as the IDL file declares them.',
    cured: test('panel ~> lamp : direct.Paint { address : { room : "12" } }'),
  },
  {
    code: 'PAL-003',
    about: 'A message of an event that has none',
    files: test('execute dst=home.Lamp { level : 3 }'),
    cure: 'Leave the message out: the start of a process carries nothing.',
    cured: test('execute dst=home.Lamp'),
  },
  {
    code: 'PAL-004',
    files: test('request src=panel dst=lamp method=Off'),
    cure: 'Give every selector that the event needs. A test of an incomplete event would pass or fail whatever the policy says.',
    cured: test('request src=panel dst=lamp endpoint=direct method=Off'),
  },
];
