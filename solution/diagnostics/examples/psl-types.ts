import { rules } from '../example.ts';
import type { Example, Files } from '../example.ts';

const flow = (states: string, config: string): string =>
  `policy object power : Flow {\n    type State = ${states}\n    config = ${config}\n}`;
const onOff = flow(
  '"on" | "off"',
  '{ states : ["on", "off"], initial : "off", transitions : { "off" : ["on"] } }',
);
const set = (rule: string): Files =>
  rules(`request dst=home.Lamp endpoint=direct method=Set {\n    ${rule}\n}`);
const flowing = (rule: string): Files => rules(`${onOff}\nrequest dst=home.Lamp {\n    ${rule}\n}`);
const choosing = (cases: string): Files =>
  flowing(`choice (power.query { sid : dst_sid }) {\n${cases}\n    }`);

/** Examples of types: objects, arguments and cases. */
export const pslTypeExamples: readonly Example[] = [
  {
    code: 'PSL-007',
    about: 'A parameter that is missing',
    files: rules('policy object power : Flow { type State = "on" | "off" }'),
    cure: 'Give the object what its model asks for; the pages on the models list it.',
    cured: rules(onOff),
  },
  {
    code: 'PSL-007',
    about: 'A key of the config that is missing',
    files: rules(flow('"on" | "off"', '{ states : ["on", "off"], initial : "off" }')),
    cure: 'Write all keys of the config: none has a default.',
    cured: rules(onOff),
  },
  {
    code: 'PSL-007',
    about: 'States that differ from those of the type',
    files: rules(
      flow('"on" | "off"', '{ states : ["on"], initial : "on", transitions : { "on" : ["on"] } }'),
    ),
    cure: 'List the same states in the type and in the config.',
    cured: rules(onOff),
  },
  {
    code: 'PSL-007',
    about: 'A transition to a state that does not exist',
    files: rules(
      flow(
        '"on" | "off"',
        '{ states : ["on", "off"], initial : "off", transitions : { "off" : ["no"] } }',
      ),
    ),
    cure: 'Name one of the states, or add the state to the type and to the config.',
    cured: rules(onOff),
  },
  {
    code: 'PSL-007',
    about: 'Entries that a set cannot hold',
    files: rules(
      'policy object seen : HashSet { type Entry = Text config = { set_size : 4, pool_size : 2 } }',
    ),
    cure: 'Use integers, Booleans, or dictionaries and tuples of them: a set holds no texts.',
    cured: rules(
      'policy object seen : HashSet { type Entry = UInt8 config = { set_size : 4, pool_size : 2 } }',
    ),
  },
  {
    code: 'PSL-007',
    about: 'A size that is none',
    files: rules(
      'policy object seen : HashSet { type Entry = UInt8 config = { set_size : 0, pool_size : 2 } }',
    ),
    cure: 'Write how many entries a set, and how many sets the pool can hold: at least one.',
    cured: rules(
      'policy object seen : HashSet { type Entry = UInt8 config = { set_size : 4, pool_size : 2 } }',
    ),
  },
  {
    code: 'PSL-018',
    about: 'A condition that is none',
    files: set('assert (message.level)'),
    cure: 'Compare the value with another: a condition is true or false.',
    cured: set('assert (message.level == 1)'),
  },
  {
    code: 'PSL-018',
    about: 'A comparison of different kinds',
    files: set('assert (message.level == "1")'),
    cure: 'Compare integers with integers, and texts with texts.',
    cured: set('assert (message.level == 1)'),
  },
  {
    code: 'PSL-018',
    about: 'A state that the object does not have',
    files: flowing('power.enter { sid : dst_sid, state : "onn" }'),
    cure: 'Name one of the states of the type.',
    cured: flowing('power.enter { sid : dst_sid, state : "on" }'),
  },
  {
    code: 'PSL-018',
    about: 'A rule in the place of a value',
    files: set('assert (base.grant ())'),
    cure: 'Write the rule as a statement of its own: a rule grants or denies, and yields no value.',
    cured: set('grant ()'),
  },
  {
    code: 'PSL-018',
    about: 'An argument where none is asked for',
    files: set('grant (true)'),
    cure: 'Write `grant ()`; for a condition use `assert`.',
    cured: set('assert (true)'),
  },
  {
    code: 'PSL-018',
    about: 'A value in the place of a list',
    files: set('assert (bool.all (message.level == 1))'),
    cure: 'Put the values between brackets: `[ … ]`.',
    cured: set('assert (bool.all ([message.level == 1]))'),
  },
  {
    code: 'PSL-019',
    about: 'An entry that is missing',
    files: flowing('power.enter { sid : dst_sid }'),
    cure: 'Write all entries that the method asks for.',
    cured: flowing('power.enter { sid : dst_sid, state : "on" }'),
  },
  {
    code: 'PSL-019',
    about: 'An entry that the method does not ask for',
    files: flowing('power.enter { sid : dst_sid, stat : "on" }'),
    cure: 'Correct the key, or leave the entry out.',
    cured: flowing('power.enter { sid : dst_sid, state : "on" }'),
  },
  {
    code: 'PSL-019',
    about: 'An entry that stands twice',
    files: flowing('power.init { sid : src_sid, sid : dst_sid }'),
    cure: 'Keep one of the two.',
    cured: flowing('power.init { sid : dst_sid }'),
  },
  {
    code: 'PSL-019',
    about: 'A field that a parameter does not have',
    files: rules(
      'request dst=home.Lamp endpoint=direct method=Paint {\n    assert (message.colour.green == 1)\n}',
    ),
    cure: 'Name a field as the IDL file declares the struct or union.',
    cured: rules(
      'request dst=home.Lamp endpoint=direct method=Paint {\n    assert (message.colour.blue == 1)\n}',
    ),
  },
  {
    code: 'PSL-022',
    about: 'A case that cannot occur',
    files: choosing('        "onn" : grant ()\n        _ : deny ()'),
    cure: 'Name a value that the expression can have.',
    cured: choosing('        "on" : grant ()\n        _ : deny ()'),
  },
  {
    code: 'PSL-022',
    about: 'A case that stands twice',
    files: choosing('        "on" : grant ()\n        "on" : deny ()'),
    cure: 'Join the two cases, or correct one: the first alone would count.',
    cured: choosing('        "on" : grant ()\n        "off" : deny ()'),
  },
  {
    code: 'PSL-022',
    about: 'A case that is no constant',
    files: choosing('        dst_sid : grant ()\n        _ : deny ()'),
    cure: 'Write a constant; to compare with something that is not known before, use `assert`.',
    cured: choosing('        "on" : grant ()\n        _ : deny ()'),
  },
];
