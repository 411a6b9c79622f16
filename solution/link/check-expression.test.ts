import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { rules } from '../diagnostics/example.ts';
import { toldOf } from '../diagnostics/told-of.ts';

const objects = `policy object power : Flow {
    type State = "on" | "off"
    config = { states : ["on", "off"], initial : "off", transitions : { "off" : ["on"] } }
}
policy object seen : HashSet {
    type Entry = { a : UInt8, b : Boolean }
    config = { set_size : 4, pool_size : 2 }
}
`;
const told = (event: string, rule: string): readonly string[] =>
  toldOf(rules(`${objects}${event} { ${rule} }`), catalogue);

const set = 'request dst=home.Lamp endpoint=direct method=Set';
const paint = 'request dst=home.Lamp endpoint=direct method=Paint';

describe('check', () => {
  it.each([
    [set, 'nobody.grant ()', ['PSL-008 nobody']],
    [set, 'power.grant ()', ['PSL-008 grant']],
    [set, 'fly ()', ['PSL-008 fly']],
    [set, 'assert (message.nothing == 1)', ['PSL-017 nothing']],
    [set, 'assert (message.before == 1)', ['PSL-017 before']],
    [
      'response src=home.Lamp endpoint=direct method=Set',
      'assert (message.level == 1)',
      ['PSL-017 level'],
    ],
    [
      'error src=home.Lamp endpoint=direct method=Set',
      'assert (message.before == 1)',
      ['PSL-017 before'],
    ],
    ['request dst=home.Lamp', 'assert (message.level == 1)', ['PSL-017 level']],
    ['execute', 'assert (message.level == 1)', ['PSL-017 level']],
    [paint, 'assert (message.colour.green == 1)', ['PSL-019 green']],
    [paint, 'assert (message.address.street == 1)', ['PSL-019 street']],
    [paint, 'assert (message.file.name == 1)', ['PSL-019 name']],
    [paint, 'assert (message.colour == 1)', ['PSL-018 message.colour']],
    [paint, 'assert (message.colour.[0] == 1)', ['PSL-018 message.colour']],
    [paint, 'assert (message.steps.["a"] == 1)', ['PSL-018 "a"']],
    [paint, 'assert (message.raw == 1)', ['PSL-024 message.raw']],
    [paint, 'assert (message.address.room == 1)', ['PSL-018 (message.address.room == 1)']],
    [set, 'assert (message.level)', ['PSL-018 (message.level)']],
    [set, 'assert (message.level < "a")', ['PSL-018 "a"']],
    [set, 'assert (true == 1)', ['PSL-018 (true == 1)']],
    [set, 'assert (1 && true)', ['PSL-018 1']],
    [set, 'assert (!1)', ['PSL-018 1']],
    [set, 'assert (~true == 1)', ['PSL-018 true']],
    [set, 'assert (size (true) == 1)', ['PSL-018 (true)']],
    [set, 'assert ()', ['PSL-018 ()']],
    [set, 'grant (true)', ['PSL-018 (true)']],
    [set, 'assert (deny ())', ['PSL-018 deny ()']],
    [set, 'assert (nothing == 1)', ['PSL-020 nothing']],
    ['security src=home.Panel', 'assert (dst_sid == 1)', ['PSL-020 dst_sid']],
    [set, 'math.abs (1)', ['PSL-021 math.abs (1)']],
    [set, 'power.enter { sid : dst_sid, state : "no" }', ['PSL-018 "no"']],
    [set, 'power.allow { sid : dst_sid, states : ["no"] }', ['PSL-018 "no"']],
    [set, 'power.enter { sid : dst_sid }', ['PSL-019 { sid : dst_sid }']],
    [set, 'power.enter { sid : dst_sid, stat : "on" }', ['PSL-019 stat']],
    [set, 'power.init { sid : dst_sid, more : 1 }', ['PSL-019 more']],
    [set, 'power.init { sid : dst_sid, sid : 1 }', ['PSL-019 sid']],
    [set, 'power.init { sid : "a" }', ['PSL-018 "a"']],
    [set, 'power.init dst_sid', ['PSL-018 dst_sid']],
    [set, 'seen.add { sid : 1, entry : { a : 1 } }', ['PSL-019 { a : 1 }']],
    [set, 'seen.add { sid : 1, entry : { a : true, b : true } }', ['PSL-018 true']],
    [set, 'choice (power.query { sid : 1 }) { "no" : grant () }', ['PSL-022 "no"']],
    [set, 'choice (power.query { sid : 1 }) { 1 : grant () }', ['PSL-022 1']],
    [set, 'choice (message.level) { 256 : grant () }', ['PSL-022 256']],
    [set, 'choice (message.level) { 1 : grant () 0x1 : grant () }', ['PSL-022 0x1']],
    [set, 'choice (message.level) { _ : grant () _ : grant () }', ['PSL-022 _ : grant ()']],
    [set, 'choice (message.level) { message.level : grant () }', ['PSL-022 message.level']],
    [set, 'choice (message.nothing) { 1 : grant () }', ['PSL-017 nothing']],
  ])('tells in %j of %j, each fault once: %j [LANG-3]', (event, rule, expected) => {
    expect(told(event, rule)).toEqual(expected);
  });

  it('tells once that operators want their package [LANG-3]', () => {
    const policy = `execute: kl.core.Execute
use EDL Einit
use EDL home.Panel
use EDL home.Lamp
execute { grant () }
request { assert (1 == 1 && 2 == 2) assert (!false) }
`;

    expect(toldOf({ 'security.psl': policy }, catalogue)).toEqual(['PSL-009 (1 == 1 && 2 == 2)']);
  });
});
