import { ping, ruleOfPing, ruleOfSend, send } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/expression.ts';
const checked = 'solution/link/check-expression.ts';

/** Section 6.7: expressions. */
export const expressions: readonly Construct[] = [
  {
    section: '6.7',
    what: '&&, ||, !, ==> (to the right), with their precedence',
    parsed,
    checked,
    rejects: ['PSL-018'],
    policy: ruleOfPing(
      'assert (true || false && false) assert (false ==> false ==> false) assert (!false)',
    ),
    tests: [ping('{}')],
  },
  {
    section: '6.7',
    what: 'comparisons, which do not chain; < before a minus sign without a blank',
    parsed,
    checked,
    rejects: ['SYN-005', 'PSL-018'],
    policy: ruleOfPing(
      'assert (1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 2 && 1 != 2 && "a" == "a" && -2 <-1 && () == ())',
    ),
    tests: [ping('{}')],
  },
  {
    section: '6.7',
    what: 'arithmetic, and bits, which bind tighter than comparisons',
    parsed,
    checked,
    policy: ruleOfPing(
      'assert (1 + 2 * 3 - 4 == 3 && -1 + 2 == 1 && 6 | 1 == 7 && 6 & 3 == 2 && ~message.value & 0xff == 0xfe)',
    ),
    tests: [ping('{ value : 1 }')],
  },
  {
    section: '6.7',
    what: 'fields, nested fields, elements, and the size of texts and lists',
    parsed,
    checked,
    rejects: ['PSL-017', 'PSL-019', 'PSL-024'],
    policy: ruleOfSend(
      'assert (message.pair.a == 1 && message.list.[1] == 5 && size (message.list) == 2 && size (message.pair.b) == 4)',
    ),
    tests: [
      send('{ pair : { a : 1, b : "жж" }, list : [4, 5] }'),
      `deny ${send('{ pair : { a : 1, b : "жж" }, list : [4] }')}`,
    ],
  },
  {
    section: '6.7',
    what: 'handles: SID and rights; a union has the one member that is there',
    parsed,
    checked,
    policy: ruleOfSend(
      'assert (message.handle.rights & 4 == 4 && message.handle.handle == src_sid && message.either.text == "x")',
    ),
    tests: [
      send('{ handle : { handle : t.Client, rights : 6 }, either : { text : "x" } }'),
      `deny ${send('{ handle : { handle : t.Client, rights : 6 }, either : { number : 1 } }')}`,
    ].map((one) => one.replaceAll('handle : t.Client', 'handle : "t.Client"')),
  },
  {
    section: '6.7',
    what: 'calls with a dictionary, a list, a value in parentheses, nothing; blanks are free',
    parsed,
    checked: 'solution/link/check-call.ts',
    rejects: ['PSL-008', 'PSL-018', 'PSL-019'],
    policy: ruleOfPing(
      'grant() grant () assert(bool.all [true, 1 == 1,]) assert (bool.any ([ false, true ])) assert (math.sum [1, 2] == 3) assert (bool.cond {if : true, then : 1, else : 2} == 1) assert (pred.empty (""))',
    ),
    tests: [ping('{}')],
  },
  {
    section: '6.7',
    what: 'bare arguments, as versions before 1.2 wrote them',
    parsed,
    policy: ruleOfPing('assert message.value > 1 assert bool.all [ message.value < 9 ] grant ()'),
    tests: [ping('{ value : 2 }'), `deny ${ping('{ value : 9 }')}`],
  },
  {
    section: '6.7',
    what: 'leading and trailing commas; keys that are names, texts or integers; = for :',
    parsed,
    policy: `policy object m : Flow { type State = "a" | "b" config = {\n  states : ["a"\n  , "b"\n  , ]\n  , initial = "a"\n  , "transitions" : { "a" : ["b", ], }\n} }\n${ruleOfPing('grant ()')}`,
    tests: [ping('{}')],
    warns: ['SYN-009'],
  },
  {
    section: '6.7',
    what: 'message, src_sid, dst_sid; no dst_sid in a security event',
    parsed,
    checked: 'solution/link/bind-environment.ts',
    rejects: ['PSL-020'],
    policy: ruleOfPing('assert (src_sid != dst_sid)'),
    tests: [ping('{}')],
  },
  {
    section: '6.7',
    what: 'an expression as a statement, with a warning',
    parsed,
    checked: 'solution/link/check-call.ts',
    rejects: ['PSL-021'],
    policy: ruleOfPing('math.sum ([1]) grant ()'),
    tests: [ping('{}')],
    warns: ['PSL-021'],
  },
  {
    section: '6.7',
    what: 'a condition of more than a hundred comparisons over many lines',
    parsed,
    policy: ruleOfPing(
      `assert (${Array.from({ length: 150 }, (_, index) => `message.value == 0x${index.toString(16)}`).join('\n || ')})`,
    ),
    tests: [ping('{ value : 149 }'), `deny ${ping('{ value : 150 }')}`],
  },
];
