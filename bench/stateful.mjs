// @ts-check
/** Bench `stateful`: events that move a Flow machine and change a HashSet, by both engines of refmon. */
import { built, decidersOf, eventOf, load, messageOf, startEngine } from './engine.mjs';
import { rowsOf, sideBySide, target } from './measure.mjs';

const policy = `execute: kl.core.Execute
use nk.base._
use nk.flow._
use nk.hashmap._
use EDL Einit
use EDL kl.core.Core
use EDL s.Client
use EDL s.Server

policy object door : Flow {
    type State = "shut" | "open"
    config = {
        states : ["shut", "open"], initial : "shut",
        transitions : { "shut" : ["open", "shut"], "open" : ["shut", "open"] }
    }
}
policy object seen : HashSet {
    type Entry = UInt32
    config = { set_size : 16, pool_size : 4 }
}
execute dst=s.Client {
    door.init { sid : dst_sid }
    seen.init { sid : dst_sid }
}
request src=s.Client dst=s.Server endpoint=own method=Come {
    door.enter { sid : src_sid, state : "open" }
    seen.add { sid : src_sid, entry : message.badge }
}
request src=s.Client dst=s.Server endpoint=own method=Go {
    door.enter { sid : src_sid, state : "shut" }
    seen.remove { sid : src_sid, entry : message.badge }
}
`;

const files = new Map([
  ['s/Gate.idl', 'package s.Gate\ninterface { Come(in UInt32 badge); Go(in UInt32 badge); }\n'],
  ['s/Client.edl', 'entity s.Client\n'],
  ['s/Server.edl', 'entity s.Server\nendpoints { own : s.Gate }\n'],
  ['init.yaml', 'entities:\n- {name: s.Client, task: client}\n- {name: s.Server, task: server}\n'],
  ['security.psl', policy],
]);

const badges = 8;

/** Everybody comes, then everybody goes: every event changes both states, and is granted. @param {any} subjects */
const eventsOf = (subjects) =>
  ['Come', 'Go'].flatMap((method) =>
    Array.from({ length: badges }, (_, badge) =>
      eventOf(
        'request',
        subjects.find('client'),
        subjects.find('server'),
        'own',
        method,
        messageOf({ badge: BigInt(badge) }),
      ),
    ),
  );

/** @param {any} subjects */
const started = (subjects) =>
  eventOf('execute', subjects.find('Einit'), subjects.find('client'), undefined, 'main');

/** Both ways to decide by the compiled engine. */
const compiled = async () => {
  const { session, subjects } = await startEngine(await load('stateful', files));
  session.decide(started(subjects));
  return decidersOf(session, eventsOf(subjects));
};

/** The reference interpreter, from context to context. */
const interpreted = async () => {
  const { interpret } = await built('kss/interpreter.js');
  const { subjectsOf } = await built('solution/subjects.js');
  const solution = await load('stateful', files);
  const subjects = subjectsOf(solution);
  const events = eventsOf(subjects);
  const engine = interpret(solution);
  let context = engine.decide(engine.initial, started(subjects)).next;
  return (/** @type {number} */ index) => {
    const { verdict, next } = engine.decide(context, events[index]);
    context = next ?? context;
    return verdict.kind === 'granted';
  };
};

/** @returns {import('./measure.mjs').Arena} */
export const statefulArena = () => ({
  expected: Array.from({ length: 2 * badges }, () => true),
  contestants: {
    'refmon, prepared events': async () => (await compiled()).prepared,
    'refmon, events': async () => (await compiled()).plain,
    interpreter: interpreted,
  },
});

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchStateful = async (choice) => {
  const speeds = await sideBySide('stateful', Object.keys(statefulArena().contestants), choice);
  for (const name of ['refmon, prepared events', 'refmon, events']) {
    target(choice, `stateful: ${name}`, (speeds.get(name) ?? 0) / 1e6, 2, 'million a second');
  }
  return rowsOf('stateful', speeds);
};
