import type { AnalysisCode } from './codes.ts';

/** A policy of which the analysis tells one code, and the same without what it tells. */
export interface AnalysisExample {
  readonly code: AnalysisCode;
  readonly policy: string;
  /** Where it is about init.yaml; else the client has a channel to the server. */
  readonly init?: string;
  readonly cure: string;
  readonly cured: string;
}

const flow = (states: string, transitions: string): string => `policy object gate : Flow {
    type State = ${states.replaceAll(', ', ' | ')}
    config = { states : [${states}], initial : "shut", transitions : { ${transitions} } }
}
execute dst=t.Client { grant () gate.init { sid : dst_sid } }
`;

const twoStates = '"shut", "open"';

const opening = `request src=t.Client dst=t.Server endpoint=impl.ping method=Note {
    gate.enter { sid : src_sid, state : "open" }
}`;

const ping = (body: string): string =>
  `request src=t.Client dst=t.Server endpoint=impl.ping method=Ping {
    ${body}
}`;

const send = (body: string): string =>
  `request src=t.Client dst=t.Server endpoint=impl.ping method=Send {
    ${body}
}`;

const pool = (size: number): string => `policy object seen : HashSet {
    type Entry = UInt8
    config = { set_size : 4, pool_size : ${String(size)} }
}
execute dst=t.Client { seen.init { sid : dst_sid } }
execute dst=t.Server { seen.init { sid : dst_sid } }`;

/** One for each code, in their order. */
export const analysisExamples: readonly AnalysisExample[] = [
  {
    code: 'ANA-001',
    policy: send(`choice (message.pair.a & 1) {
        0 : grant ()
        1 : assert (message.pair.b == "x")
        2 : deny ()
    }`),
    cure: 'Leave out the case: it is 0 or 1. Or write the mask that was meant.',
    cured: send(`choice (message.pair.a & 1) {
        0 : grant ()
        1 : assert (message.pair.b == "x")
    }`),
  },
  {
    code: 'ANA-002',
    policy: ping('assert (message.value < 3 && message.value > 5)'),
    cure: 'Write what was meant: no value is on both sides.',
    cured: ping('assert (message.value < 3 || message.value > 5)'),
  },
  {
    code: 'ANA-003',
    policy: send('assert (message.pair.a <= 255)'),
    cure: 'Write the bound that was meant, or `grant ()`: a UInt8 never is above 255.',
    cured: send('assert (message.pair.a <= 25)'),
  },
  {
    code: 'ANA-004',
    policy: send('assert (size (message.list) <= 3 && message.pair.a == 1)'),
    cure: 'Leave out the part, or write the bound that was meant: the list never has more than 3 elements.',
    cured: send('assert (size (message.list) <= 2 && message.pair.a == 1)'),
  },
  {
    code: 'ANA-005',
    policy: ping(`assert (message.value < 10)
    assert (message.value < 100)`),
    cure: 'Leave out the weaker condition.',
    cured: ping('assert (message.value < 10)'),
  },
  {
    code: 'ANA-006',
    policy: `${flow('"shut", "open", "locked"', '"shut" : ["open"], "open" : ["locked"]')}${opening}`,
    cure: 'Leave out the state, or enter it somewhere.',
    cured: `${flow(twoStates, '"shut" : ["open"]')}${opening}`,
  },
  {
    code: 'ANA-007',
    policy: `${flow(twoStates, '"shut" : ["open"], "open" : ["shut"]')}${opening}`,
    cure: 'Leave out the transition, or make it somewhere.',
    cured: `${flow(twoStates, '"shut" : ["open"]')}${opening}`,
  },
  {
    code: 'ANA-008',
    policy: pool(1),
    cure: 'Make the pool as large as there are SIDs that need something of it at once.',
    cured: pool(2),
  },
  {
    code: 'ANA-009',
    init: 'entities:\n- {name: t.Client, task: client}\n- {name: t.Server, task: server}\n',
    policy: 'request src=t.Client dst=t.Server { grant () }',
    cure: 'Take the privilege back, or give the client a channel: `connections: [{target: server, id: server}]`.',
    cured: 'request src=t.Client dst=t.Server { grant () }',
  },
];
