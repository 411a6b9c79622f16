import type { SecurityEvent } from '../../model/security.ts';
import type { Switches } from '../../spec/switches.ts';
import { client, eventOf } from '../test-solution.ts';
import type { DependenceCode } from './codes.ts';

/**
 * A policy whose verdicts depend on a choice, events that show it, and the same policy without it.
 *
 * Shape: `others` are the readings under which the last event gets the other verdict.
 */
export interface DependenceExample {
  readonly code: DependenceCode;
  readonly policy: string;
  readonly events: readonly SecurityEvent[];
  readonly others: Partial<Switches>;
  readonly cure: string;
  readonly cured: string;
}

const gate = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } }
}
execute dst=t.Client { grant () gate.init { sid : dst_sid } }
`;

const started = eventOf('execute', 'main', {}, { destination: client, endpoint: undefined });

/** One for each code, in their order. */
export const dependenceExamples: readonly DependenceExample[] = [
  {
    code: 'DEP-020',
    policy: `${gate}request src=t.Client method=Note {
    gate.allow { sid : src_sid, states : ["shut"] }
    gate.enter { sid : src_sid, state : "open" }
}`,
    events: [started, eventOf('request', 'Note')],
    others: { order: 'reversed' },
    cure: 'Put before the cases of a `choice` what must be asked first: a scrutinee stands before its cases in any order.',
    cured: `${gate}request src=t.Client method=Note {
    choice (gate.query { sid : src_sid }) {
        "shut" : gate.enter { sid : src_sid, state : "open" }
        "open" : deny ()
    }
}`,
  },
  {
    code: 'DEP-024',
    policy: `request method=Send {
    assert (size (message.list) == 0 || message.list.[0] == 1)
}`,
    events: [eventOf('request', 'Send', { list: [] })],
    others: { logic: 'shortCircuit' },
    cure: 'Decide by a `choice`, and read in a case what is there in that case alone.',
    cured: `request method=Send {
    choice (size (message.list)) {
        0 : grant ()
        _ : assert (message.list.[0] == 1)
    }
}`,
  },
  {
    code: 'DEP-026',
    policy: `request method=Ping {
    assert (message.value + 18446744073709551610 < 18446744073709551615)
}`,
    events: [eventOf('request', 'Ping', { value: 10n })],
    others: { overflow: 'wraps' },
    cure: 'Calculate with what stays in range: here, on the other side of the comparison.',
    cured: `request method=Ping {
    assert (message.value < 5)
}`,
  },
];
