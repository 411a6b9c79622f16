import { ping } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/audit.ts';
const checked = 'solution/link/check-audit.ts';

/** Section 9: audit. */
export const audit: readonly Construct[] = [
  {
    section: '9.1',
    what: 'profiles with several levels, several objects, empty entries, trailing commas',
    parsed,
    checked,
    rejects: ['PSL-005', 'PSL-023'],
    policy:
      'audit profile main = {\n  0 : {},\n  1 : { base : { kss : ["granted", "denied",] }, b : { kss : [] }, },\n  2 : { f : { omit : ["a"], kss : ["denied"] }, },\n}\npolicy object b : Base {}\npolicy object f : Flow { type State = "a" config = { states : ["a"], initial : "a", transitions : {} } }\nexecute { audit main grant () }\nrequest { grant () }\naudit default = main 1',
    tests: [ping('{}')],
  },
  {
    section: '9.1',
    what: 'the condition of Regex; an object audited and never called',
    parsed,
    checked,
    policy:
      'use nk.regex._\naudit profile p = { 1 : { re : { kss : ["denied"], emit : ["match", "select"] } } }\nexecute { grant () }\nrequest { match method=Ping { audit p grant () } }',
    tests: [ping('{}')],
  },
];
