import { rules } from '../example.ts';
import type { Example, Files } from '../example.ts';

const set = (rule: string): Files =>
  rules(`request dst=home.Lamp endpoint=direct method=Set {\n    ${rule}\n}`);
const paint = (rule: string): Files =>
  rules(`request dst=home.Lamp endpoint=direct method=Paint {\n    ${rule}\n}`);

/** Examples of rules and of the messages that they read. */
export const pslRuleExamples: readonly Example[] = [
  {
    code: 'PSL-008',
    about: 'An object that is not declared',
    files: set('bsae.grant ()'),
    cure: 'Correct the name, or declare the object with `policy object`.',
    cured: set('base.grant ()'),
  },
  {
    code: 'PSL-008',
    about: 'A method that the model does not have',
    files: set('grnat ()'),
    cure: 'Name a method of the model of the object; a call without an object is one of `base`.',
    cured: set('grant ()'),
  },
  {
    code: 'PSL-017',
    about: 'A parameter that no method has',
    files: set('assert (message.levle == 1)'),
    cure: 'Name a parameter as the IDL file of the interface declares it.',
    cured: set('assert (message.level == 1)'),
  },
  {
    code: 'PSL-017',
    about: 'A parameter of another direction',
    files: set('assert (message.before == 1)'),
    cure: 'Move the rule to the `response` of the method: a request carries `in` parameters alone.',
    cured: rules(
      'response src=home.Lamp endpoint=direct method=Set {\n    assert (message.before == 1)\n}',
    ),
  },
  {
    code: 'PSL-017',
    about: 'Selectors that leave other methods',
    files: rules('request dst=home.Lamp {\n    assert (message.level == 1)\n}'),
    cure: 'Select the endpoint and the method: the parameter must be there in every message that the rule can see.',
    cured: set('assert (message.level == 1)'),
  },
  {
    code: 'PSL-017',
    about: 'The message of a start',
    files: rules('execute dst=home.Lamp { assert (message.level == 1) }'),
    cure: 'Decide by `src_sid`, `dst_sid` and the selectors: a start carries no message.',
    cured: rules('execute dst=home.Lamp { grant () }'),
  },
  {
    code: 'PSL-020',
    about: 'A destination where there is none',
    files: rules('security src=home.Panel { assert (dst_sid == 1) }'),
    cure: 'Use `src_sid`: a security query has no destination.',
    cured: rules('security src=home.Panel { assert (src_sid == 1) }'),
  },
  {
    code: 'PSL-020',
    about: 'A name that is no variable',
    files: set('assert (level == 1)'),
    cure: 'Write `message.level` for a parameter; the other variables are `src_sid` and `dst_sid`.',
    cured: set('assert (message.level == 1)'),
  },
  {
    code: 'PSL-021',
    files: set('math.sum ([message.level, 1])'),
    cure: 'Put the expression into a rule, such as `assert (…)`: alone it decides nothing, and denies where it fails.',
    cured: set('assert (math.sum ([message.level, 1]) < 10)'),
  },
  {
    code: 'PSL-024',
    files: paint('assert (message.raw == 1)'),
    cure: 'Decide by another parameter, or declare this one as a string or a sequence.',
    cured: paint('assert (message.colour.red == 1)'),
  },
];
