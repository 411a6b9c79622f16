import { ping, ruleOfPing } from './construct.ts';
import type { Construct } from './construct.ts';

const parsed = 'solution/syntax/policy-object.ts';
const start = 'execute { grant () }\n';
const models = (name: string): string => `kss/models/${name}.ts`;

/** Sections 7 and 8: types, and the objects of each public model. */
export const objects: readonly Construct[] = [
  {
    section: '7',
    what: 'types: integers, Boolean, tuples, dictionaries, variants, generics that end in >>',
    parsed,
    checked: models('entry-type'),
    rejects: ['PSL-007', 'PSL-018'],
    policy:
      'policy object a : HashSet { type Entry = [UInt32, {x : UInt8, y : Boolean}] config = { set_size : 2, pool_size : 1 } }\npolicy object b : HashSet { type Entry = UInt8 | Boolean config = { set_size : 2, pool_size : 1 } }\nexecute dst=t.Client { a.init { sid : dst_sid } a.add { sid : dst_sid, entry : [7, {x : 1, y : true}] } }\nrequest method=Ping { assert (a.contains { sid : src_sid, entry : [message.value, {x : 1, y : true}] }) }',
    tests: ['execute dst=t.Client', ping('{ value : 7 }'), `deny ${ping('{ value : 8 }')}`],
  },
  {
    section: '8.1–8.4',
    what: 'Pred, Bool, Math and Struct are there without a declaration',
    parsed,
    checked: models('math'),
    policy: ruleOfPing(
      'assert (math.abs (-3) == 3 && math.neg (3) == -3 && math.product [2, 3] == 6 && math.uint64 (message.value) == 2 && pred.empty ([])) bool.assert (true)',
    ),
    tests: [ping('{ value : 2 }')],
  },
  {
    section: '8.5',
    what: 'Base: grant, assert, deny with and without a condition, set_level; own objects',
    parsed,
    checked: models('base'),
    policy: `policy object b2 : Base {}\n${ruleOfPing('grant () b2.assert (true) deny (message.value > 1) set_level (3)')}request method=Note { deny () }`,
    tests: [
      ping('{ value : 1 }'),
      `deny ${ping('{ value : 2 }')}`,
      'deny t.Client ~> t.Server : direct.Note',
    ],
  },
  {
    section: '8.6',
    what: 'Regex: match with a text or a fenced pattern, select before cases of patterns',
    parsed: 'solution/syntax/scanner.ts',
    checked: models('regex'),
    policy:
      'use nk.regex._\nexecute { grant () }\nrequest method=Send { assert (re.match {text : message.pair.b, pattern : "[a-z]{1,3}"} || re.match {text : message.pair.b, pattern : ```regex\n  [0-9]+\n```})\n choice (re.select {text : message.pair.b}) { "a.*" : deny () "\\\\d|[0-9]*" : grant () _ : grant () } }',
    tests: [
      't.Client ~> t.Server : direct.Send { pair : { b : "12" } }',
      't.Client ~> t.Server : direct.Send { pair : { b : "xyz" } }',
      'deny t.Client ~> t.Server : direct.Send { pair : { b : "ab" } }',
      'deny t.Client ~> t.Server : direct.Send { pair : { b : "X" } }',
    ],
  },
  {
    section: '8.7',
    what: 'HashSet: init, fini, add, remove, contains',
    parsed,
    checked: models('hashset'),
    policy:
      'policy object s : HashSet { type Entry = UInt32 config = { set_size : 1, pool_size : 1 } }\nexecute dst=t.Client { s.init { sid : dst_sid } }\nrequest method=Ping { s.add { sid : src_sid, entry : message.value } }\nrequest method=Note { s.remove {sid : src_sid, entry : 1} s.fini { sid : src_sid } }',
    tests: [
      'execute dst=t.Client',
      ping('{ value : 1 }'),
      ping('{ value : 1 }'),
      `deny ${ping('{ value : 2 }')}`,
      't.Client ~> t.Server : direct.Note',
      'deny t.Client ~> t.Server : direct.Note',
    ],
  },
  {
    section: '8.8',
    what: 'StaticMap: keys with defaults, set, commit, rollback, get, get_uncommited',
    parsed,
    checked: models('staticmap'),
    policy:
      'use nk.staticmap._\npolicy object m : StaticMap { type Value = UInt8 config = { keys : { "k1" : 5, "sleep" : 0, }, pool_size : 2 } }\nexecute dst=t.Client { m.init { sid : dst_sid } }\nrequest method=Ping { m.set { sid : src_sid, key : "k1", value : message.value } assert (m.get {sid : src_sid, key : "k1"} == 5) assert (m.get_uncommited {sid : src_sid, key : "k1"} == message.value) }\nrequest method=Note { m.commit { sid : src_sid } m.rollback { sid : src_sid } assert (m.get {sid : src_sid, key : "k1"} == 9) }',
    tests: ['execute dst=t.Client', ping('{ value : 9 }'), 't.Client ~> t.Server : direct.Note'],
  },
  {
    section: '8.9',
    what: 'Flow: type State or States, init, enter, allow, query, fini',
    parsed,
    checked: models('flow'),
    policy: `policy object f : Flow { type States = "a" | "b" config = { states : ["a", "b"], initial : "a", transitions : { "a" : ["b"] } } }\nexecute dst=t.Client { f.init { sid : dst_sid } }\nrequest method=Ping { f.allow { sid : src_sid, states : ["a"] } f.enter { sid : src_sid, state : "b" } }\nrequest method=Note { f.fini { sid : src_sid } }`,
    tests: [
      'execute dst=t.Client',
      ping('{}'),
      `deny ${ping('{}')}`,
      't.Client ~> t.Server : direct.Note',
    ],
    warns: ['PSL-007'],
  },
  {
    section: '8.10',
    what: 'Mic: a chain of levels, and degrees with categories',
    parsed,
    checked: models('mic'),
    policy: `use nk.mic._\npolicy object chain : Mic { config = ["LOW", "MEDIUM", "HIGH"] }\npolicy object mixed : Mic { config = { degrees : ["LOW", "HIGH"], categories : ["net", "usb"] } }\nexecute dst=t.Client { chain.execute { image : (), target : dst_sid, level : "LOW", levelR : () } mixed.execute { image : (), target : dst_sid, level : { degree : "HIGH", categories : ["net"] }, levelR : () } }\nexecute dst=t.Server { chain.execute { image : (), target : dst_sid, level : "HIGH", levelR : () } }\nrequest { chain.invoke { source : src_sid, target : dst_sid } }`,
    tests: ['execute dst=t.Client', 'execute dst=t.Server', `deny ${ping('{}')}`],
  },
  {
    section: '8.11',
    what: 'Rbac in the form of version 0.0: typed subjects and objects, roles with rights between types',
    parsed,
    checked: models('rbac-old-configuration'),
    policy: `use nk.rbac._\npolicy object home : Rbac { config = { types : ["shell", "plain"], images : { "sh" : { type : "shell", roles : ["user"] } }, permissions : { "use" : ["open", "read"] }, roles : { "guest" : { extends : [], rights : [] }, "user" : { extends : ["guest"], rights : [{ from : "shell", to : "shell", permissions : ["use"] }] } }, create_subject : [{ from : "shell", image : "sh" }], create_object : [{ from : "shell", to : "plain" }], retype_object : [{ from : "shell", old : "plain", new : "shell" }], add_roles : [{ from : "shell", to : "shell", roles : ["guest"] }] } }\nexecute src=kl.core.Core { home.create_subject { source : (), target : dst_sid, image : "sh" } }\nrequest method=Note { home.check { source : src_sid, target : dst_sid, action : "read" } home.add_roles { source : src_sid, target : dst_sid, roles : ["guest"] } }\nrequest method=Send { home.create_object { source : src_sid, target : message.handle.handle, type : "plain" } home.retype_object { source : src_sid, target : message.handle.handle, type : "shell" } assert (home.query_type { sid : message.handle.handle } == "shell") }`,
    tests: [
      'deny t.Client ~> t.Server : direct.Note',
      'execute dst=t.Client',
      'execute dst=t.Server',
      't.Client ~> t.Server : direct.Note',
      't.Client ~> t.Server : direct.Send { handle : thing }',
    ],
  },
  {
    section: '8',
    what: 'Rbac, a model of our own: roles that inherit, sessions, separation of duty',
    parsed,
    checked: models('rbac-configuration'),
    rejects: ['PSL-007', 'PSL-018'],
    policy: `use nk.rbac._\npolicy object plant : Rbac { config = { objects : { "valve" : ["look", "turn"] }, roles : { "viewer" : { inherits : [], permissions : { "valve" : ["look"] } }, "operator" : { inherits : ["viewer"], permissions : { "valve" : ["turn"] } }, "auditor" : { inherits : [], permissions : {} } }, ssd : { "judge" : { roles : ["operator", "auditor"], cardinality : 2 } }, dsd : {}, user_pool_size : 4, session_pool_size : 4 } }\nexecute dst=t.Client { plant.assign { user : dst_sid, role : "operator" } plant.open { sid : dst_sid, user : dst_sid, roles : ["viewer"] } }\nrequest method=Note { plant.check { sid : src_sid, operation : "look", object : "valve" } }\nrequest method=Ping { plant.check { sid : src_sid, operation : "turn", object : "valve" } }\nrequest method=Send { plant.activate { sid : src_sid, role : "operator" } plant.drop { sid : src_sid, role : "viewer" } assert (plant.is_active { sid : src_sid, role : "operator" } && plant.has_role { user : src_sid, role : "viewer" } && plant.user_of { sid : src_sid } == src_sid) }`,
    tests: [
      'execute dst=t.Client',
      't.Client ~> t.Server : direct.Note',
      `deny ${ping('{}')}`,
      't.Client ~> t.Server : direct.Send',
      ping('{}'),
    ],
  },
  {
    section: '8',
    what: 'Te, a model of our own: types, attributes, classes, allow, neverallow, transitions',
    parsed,
    checked: models('te-configuration'),
    rejects: ['PSL-007', 'PSL-018'],
    policy: `use nk.te._\npolicy object te : Te { config = { types : ["a_t", "b_t", "f_t"], attributes : { "domain" : ["a_t", "b_t"] }, classes : { "file" : ["read", "create"], "service" : ["call"] }, allow : [{ source : "domain", target : ["self", "b_t"], class : "service", permissions : "*" }, { source : "a_t", target : "f_t", class : ["file"], permissions : ["create"] }], neverallow : [{ source : "b_t", target : "*", class : "file", permissions : "create" }], transitions : [{ source : "a_t", target : "b_t", class : "file", type : "f_t" }], pool_size : 4 } }\nexecute dst=t.Client { te.label { sid : dst_sid, type : "a_t" } }\nexecute dst=t.Server { te.label { sid : dst_sid, type : "b_t" } }\nrequest { te.check { source : src_sid, target : dst_sid, class : "service", permission : "call" } }\nrequest method=Send { te.create { source : src_sid, parent : dst_sid, target : message.handle.handle, class : "file" } assert (te.query_type { sid : message.handle.handle } == "f_t") te.release { sid : message.handle.handle } }`,
    tests: [
      'execute dst=t.Client',
      'execute dst=t.Server',
      ping('{}'),
      't.Client ~> t.Server : direct.Send { handle : thing }',
      'deny execute dst=t.Client',
    ],
  },
  {
    section: '8',
    what: 'Mls, a model of our own: clearances, current levels, classifications, tranquillity',
    parsed,
    checked: models('mls-configuration'),
    rejects: ['PSL-007', 'PSL-018'],
    policy: `use nk.mls._\npolicy object mls : Mls { config = { degrees : ["U", "S"], categories : ["net"], tranquillity : "weak", pool_size : 4 } }\nexecute dst=t.Client { mls.subject { sid : dst_sid, clearance : { degree : "S", categories : ["net"] }, current : "U", trusted : false } }\nexecute dst=t.Server { mls.subject { sid : dst_sid, clearance : "U", current : (), trusted : false } }\nrequest method=Note { mls.append { source : src_sid, target : dst_sid } }\nrequest method=Ping { mls.set_level { sid : src_sid, level : "S" } assert (mls.dominates { left : src_sid, right : "U" } && !mls.is_trusted { sid : src_sid }) }\nrequest method=Send { mls.object { sid : message.handle.handle, level : "S" } mls.relabel { source : src_sid, target : message.handle.handle, level : { degree : "S", categories : ["net"] } } choice (mls.query_level { sid : message.handle.handle }) { "S" : deny () { degree : "S", categories : ["net"] } : grant () } }`,
    tests: [
      'execute dst=t.Client',
      'execute dst=t.Server',
      't.Client ~> t.Server : direct.Note',
      't.Client ~> t.Server : direct.Send { handle : thing }',
      ping('{}'),
      'deny t.Client ~> t.Server : direct.Note',
    ],
  },
  {
    section: '8',
    what: 'Temporal, a model of our own: formulas of past-time temporal logic over the history of an SID',
    parsed,
    checked: models('temporal-configuration'),
    rejects: ['PSL-007', 'PSL-018'],
    policy: `use nk.temporal._\npolicy object hist : Temporal { config = { atoms : ["login", "logout", "big"], formulas : { "in" : "!logout since login", "quiet" : "historically[0,5] !big" }, pool_size : 4 } }\nexecute dst=t.Client { hist.init { sid : dst_sid } }\nrequest method=Note { hist.note { sid : src_sid, atoms : ["login"] } hist.tick_all { by : 1 } }\nrequest method=Ping { hist.note_if_held { sid : src_sid, atoms : { "login" : false, "logout" : message.value == 0, "big" : message.value > 9 }, formula : "in" } }\nrequest method=Send { hist.require { sid : src_sid, formula : "in" } assert (hist.holds { sid : src_sid, formula : "quiet" }) }`,
    tests: [
      'execute dst=t.Client',
      `deny ${ping('{}')}`,
      't.Client ~> t.Server : direct.Note',
      't.Client ~> t.Server : direct.Send',
      ping('{ value : 10 }'),
      'deny t.Client ~> t.Server : direct.Send',
    ],
  },
  {
    section: '8',
    what: 'constants outside of a declared type',
    parsed,
    checked: models('entry-type'),
    rejects: ['PSL-018'],
    policy: `${start}policy object s : HashSet { type Entry = UInt8 config = { set_size : 1, pool_size : 1 } }\nrequest method=Ping { s.init { sid : src_sid } s.add { sid : src_sid, entry : 255 } }`,
    tests: [ping('{}')],
  },
];
