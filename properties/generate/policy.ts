import * as fc from 'fast-check';

/**
 * Policies for the generated classes: every event kind, selectors of every width, and rules that
 * grant, refuse, test the message, and move a Flow or a HashSet.
 */
const head = `execute: kl.core.Execute
use nk.base._
use nk.basic._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
use EDL g.A
use EDL g.B
use EDL g.C
use EDL g.D
use EDL g.Partial

policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut", "open"] } }
}
policy object seen : HashSet {
    type Entry = UInt8
    config = { set_size : 2, pool_size : 3 }
}
execute src=kl.core.Core { grant () }
`;

/** Every rule of the base is recorded. */
const loud = `audit profile all = { 0 : { base : { kss : ["granted", "denied"] } } }
audit default = all 0
`;

/** What was granted leaves no record. */
const quiet = `audit profile none = { 0 : {} }
audit default = none 0
`;

const chosen = (name: string, values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .option(fc.constantFrom(...values), { nil: undefined })
    .map((value) => (value === undefined ? '' : ` ${name}=${value}`));

const classes = ['g.A', 'g.B', 'g.C', 'g.D'];

/** Rules that need nothing of the message. */
const plainRules = [
  ...Array.from({ length: 10 }, () => 'grant ()'),
  'deny ()',
  'gate.enter { sid : src_sid, state : "open" }',
  'gate.enter { sid : src_sid, state : "shut" }',
  'gate.allow { sid : src_sid, states : ["open"] }',
  'seen.add { sid : src_sid, entry : 1 }',
  'assert (seen.contains { sid : src_sid, entry : 1 })',
  'choice (gate.query { sid : src_sid }) { "shut" : grant () "open" : grant () }',
];

/** Rules over the parameter `x` of a request. */
const testingRules = [
  'assert (message.x == 1)',
  'assert (message.x < 2 || message.x > 250)',
  'seen.add { sid : src_sid, entry : message.x }',
  'deny (message.x == 0)',
];

const plainBinding = fc
  .record({
    kind: fc.constantFrom('request', 'request', 'request', 'response', 'response', 'error'),
    src: chosen('src', [...classes, ...classes]),
    dst: chosen('dst', classes),
    rules: fc.array(fc.constantFrom(...plainRules), { minLength: 1, maxLength: 2 }),
  })
  .map(({ kind, src, dst, rules }) => `${kind}${src}${dst} { ${rules.join('\n    ')} }`);

const testingBinding = fc
  .record({
    src: chosen('src', classes),
    dst: fc.constantFrom(...classes),
    place: fc.constantFrom(
      'endpoint=meter method=Read',
      'endpoint=meter method=Write',
      'endpoint=store method=Get',
    ),
    rules: fc.array(fc.constantFrom('grant ()', ...testingRules), { minLength: 1, maxLength: 2 }),
  })
  .map(
    ({ src, dst, place, rules }) => `request${src} dst=${dst} ${place} { ${rules.join('\n    ')} }`,
  );

/** Starts are granted to most classes; each start gives the new process its contexts. */
const startBinding = fc.subarray(classes, { minLength: 1 }).map((started) =>
  started
    .map(
      (name) => `execute src=Einit dst=${name} {
    grant ()
    gate.init { sid : dst_sid }
    seen.init { sid : dst_sid }
}`,
    )
    .join('\n'),
);

/** Kernel services and starts by processes are granted; a policy that lists none of them denies them all. */
const kernelBindings = `request dst=kl.core.Core { grant () }
response src=kl.core.Core { grant () }
execute { grant () gate.init { sid : dst_sid } }`;

/** The same, but only Einit starts processes: one that a process has made is never let start. */
const guardedStarts = `request dst=kl.core.Core { grant () }
response src=kl.core.Core { grant () }
execute src=Einit { grant () gate.init { sid : dst_sid } }`;

/** Everything is granted: what is left to refuse is the kernel's. */
const openBindings = `execute { grant () gate.init { sid : dst_sid } }
request { grant () }
response { grant () }
error { grant () }`;

const plainStart = 'execute src=Einit { grant () gate.init { sid : dst_sid } }';

const someBindings = fc.array(fc.oneof(plainBinding, testingBinding), {
  minLength: 1,
  maxLength: 8,
});

/** No kernel service is granted, but by chance. */
const guarded = fc
  .record({
    starts: fc.oneof(
      { weight: 3, arbitrary: fc.constant(plainStart) },
      { weight: 1, arbitrary: startBinding },
    ),
    bindings: someBindings,
  })
  .map(({ starts, bindings }) => [head, loud, starts, ...bindings].join('\n'));

/** Kernel services are granted, and requests between processes as some rules say. */
const served = fc
  .record({
    services: fc.constantFrom(kernelBindings, kernelBindings, kernelBindings, guardedStarts),
    bindings: fc.array(testingBinding, { minLength: 1, maxLength: 6 }),
  })
  .map(({ services, bindings }) =>
    [head, loud, services, ...bindings, 'response { grant () } error { grant () }'].join('\n'),
  );

/** The text of a whole policy. */
export const policyText: fc.Arbitrary<string> = fc.oneof(
  guarded,
  served,
  fc.constantFrom(loud, quiet).map((audit) => [head, audit, openBindings].join('\n')),
);
