import { rules } from '../example.ts';
import type { Example } from '../example.ts';

/** Examples of audit profiles. */
export const pslAuditExamples: readonly Example[] = [
  {
    code: 'PSL-023',
    about: 'A profile that is not declared',
    files: rules(
      'audit profile quiet = { 0 : {} }\nrequest dst=home.Lamp { audit quite grant () }',
    ),
    cure: 'Correct the name, or declare the profile. `empty` is always there and audits nothing.',
    cured: rules(
      'audit profile quiet = { 0 : {} }\nrequest dst=home.Lamp { audit quiet grant () }',
    ),
  },
  {
    code: 'PSL-023',
    about: 'A default that is not declared',
    files: rules('audit profile quiet = { 0 : {} }\naudit default = quite 0'),
    cure: 'Name a profile that the policy declares.',
    cured: rules('audit profile quiet = { 0 : {} }\naudit default = quiet 0'),
  },
  {
    code: 'PSL-023',
    about: 'An object that is not declared',
    files: rules('audit profile loud = { 0 : { bsae : { kss : ["granted"] } } }'),
    cure: 'Name an object of the policy: `base`, or one that a `policy object` declares.',
    cured: rules('audit profile loud = { 0 : { base : { kss : ["granted"] } } }'),
  },
  {
    code: 'PSL-023',
    about: 'An object that cannot be audited',
    files: rules('audit profile loud = { 0 : { math : { kss : ["granted"] } } }'),
    cure: 'Leave the object out: Pred, Bool, Math and Struct have no records.',
    cured: rules('audit profile loud = { 0 : {} }'),
  },
  {
    code: 'PSL-023',
    about: 'A result that does not exist',
    files: rules('audit profile loud = { 0 : { base : { kss : ["deny"] } } }'),
    cure: 'Write "granted", "denied", or both.',
    cured: rules('audit profile loud = { 0 : { base : { kss : ["denied"] } } }'),
  },
  {
    code: 'PSL-023',
    about: 'A condition that the model does not have',
    files: rules('audit profile loud = { 0 : { base : { kss : ["denied"], omit : ["a"] } } }'),
    cure: 'Leave the condition out: `omit` is for objects of Flow, `emit` for those of Regex.',
    cured: rules('audit profile loud = { 0 : { base : { kss : ["denied"] } } }'),
  },
  {
    code: 'PSL-030',
    about: 'A level',
    files: rules('audit profile loud = {\n    0 : { base : { kss : ["denied"] } },\n    0 : {}\n}'),
    cure: 'Join the two: one level is active at a time, and it is found by its number.',
    cured: rules('audit profile loud = {\n    0 : { base : { kss : ["denied"] } },\n    1 : {}\n}'),
  },
  {
    code: 'PSL-030',
    about: 'An object of a level',
    files: rules(
      'audit profile loud = { 0 : { base : { kss : ["denied"] }, base : { kss : ["granted"] } } }',
    ),
    cure: 'List all results of the object in one place.',
    cured: rules('audit profile loud = { 0 : { base : { kss : ["denied", "granted"] } } }'),
  },
];
