import { rules } from '../example.ts';
import type { Example, Files } from '../example.ts';

const painting = (use: string, rule: string): Files =>
  rules(`${use}\nrequest dst=home.Lamp endpoint=direct method=Paint {\n    ${rule}\n}`);
const matching = (pattern: string): Files =>
  painting(
    'use nk.regex._',
    `assert (re.match { text : message.address.room, pattern : "${pattern}" })`,
  );
const map = (keys: string): Files =>
  rules(
    `use nk.staticmap._\npolicy object limits : StaticMap {\n    type Value = UInt8\n    config = { keys : ${keys}, pool_size : 4 }\n}`,
  );
const levels = (level: string): Files =>
  rules(
    `use nk.mic._\npolicy object mic : Mic { config = ["LOW", "HIGH"] }\nexecute dst=home.Lamp {\n    mic.execute { image : (), target : dst_sid, level : ${level}, levelR : () }\n}`,
  );
const access = (roles: string, rule: string): Files =>
  rules(
    `use nk.rbac._\npolicy object access : Rbac {\n    config = {\n        objects : { "lamp" : ["look"], "log" : ["look", "clear"] },\n        roles : {\n            ${roles}\n        },\n        ssd : {}, dsd : {}, user_pool_size : 4, session_pool_size : 4\n    }\n}\n${rule}`,
  );
const roles = (inherited: string): string =>
  `"guest" : { inherits : ${inherited}, permissions : {} },\n            "owner" : { inherits : ["guest"], permissions : { "log" : ["clear"] } }`;
const enforcing = (writer: string): Files =>
  rules(
    `use nk.te._\npolicy object te : Te {\n    config = {\n        types : ["lamp_t", "owner_t", "conf_t"], attributes : {},\n        classes : { "file" : ["read", "write"] },\n        allow : [{ source : "${writer}", target : "conf_t", class : "file", permissions : ["read", "write"] }],\n        neverallow : [{ source : "lamp_t", target : "conf_t", class : "file", permissions : "write" }],\n        transitions : [], pool_size : 4\n    }\n}`,
  );
const confining = (tranquillity: string): Files =>
  rules(
    `use nk.mls._\npolicy object mls : Mls {\n    config = { degrees : ["low", "high"], categories : [], tranquillity : "${tranquillity}", pool_size : 4 }\n}\nrequest dst=home.Lamp endpoint=direct method=Paint {\n    mls.set_level { sid : src_sid, level : "high" }\n}`,
  );
const remembering = (formula: string): Files =>
  rules(
    `use nk.temporal._\npolicy object hist : Temporal {\n    config = { atoms : ["on", "off"], formulas : { "lit" : "${formula}" }, pool_size : 4 }\n}`,
  );
const clearing = (on: string): string =>
  `request dst=home.Lamp endpoint=direct method=Paint {\n    access.check { sid : src_sid, operation : "clear", object : "${on}" }\n}`;

/** Examples of what the models Regex, StaticMap, Mic, Rbac, Te, Mls and Temporal ask for. */
export const pslModelExamples: readonly Example[] = [
  {
    code: 'PSL-007',
    about: 'Roles that inherit one another',
    files: access(roles('["owner"]'), clearing('log')),
    cure: 'Take one of the names out of the circle.',
    cured: access(roles('[]'), clearing('log')),
  },
  {
    code: 'PSL-007',
    about: 'A rule that allows what another says is never allowed',
    files: enforcing('lamp_t'),
    cure: 'Correct the rule in the line told, or the `neverallow`.',
    cured: enforcing('owner_t'),
  },
  {
    code: 'PSL-007',
    about: 'A formula that is none',
    files: remembering('!off sinse on'),
    cure: 'Correct the formula at the character told; its grammar is that of spec/models/temporal.md.',
    cured: remembering('!off since on'),
  },
  {
    code: 'PSL-018',
    about: 'A change of level where no level changes',
    files: confining('strong'),
    cure: 'Take the call out, or let levels change by `tranquillity : "weak"`.',
    cured: confining('weak'),
  },
  {
    code: 'PSL-018',
    about: 'An operation that the object of a permission does not have',
    files: access(roles('[]'), clearing('lamp')),
    cure: 'Name an operation that the config gives to the object.',
    cured: access(roles('[]'), clearing('log')),
  },
  {
    code: 'PSL-007',
    about: 'A default that is not of the declared type',
    files: map('{ "day" : 100, "night" : 300 }'),
    cure: 'Give a value of the type, or declare a wider type.',
    cured: map('{ "day" : 100, "night" : 30 }'),
  },
  {
    code: 'PSL-018',
    about: 'A pattern that is none',
    files: matching('[a-z'),
    cure: 'Correct the pattern at the place told; a `\\` before a character takes it as it stands.',
    cured: matching('[a-z]*'),
  },
  {
    code: 'PSL-018',
    about: 'A level that the object does not have',
    files: levels('"HIHG"'),
    cure: 'Name one of the degrees that the config lists.',
    cured: levels('"HIGH"'),
  },
  {
    code: 'PSL-018',
    about: 'A method that stands before cases alone',
    files: painting(
      'use nk.regex._',
      'assert (re.select { text : message.address.room } == "kitchen")',
    ),
    cure: 'Use `match` for a single pattern; `select` chooses a case.',
    cured: matching('kitchen'),
  },
  {
    code: 'PSL-022',
    about: 'A case that is no pattern',
    files: painting(
      'use nk.regex._',
      'choice (re.select { text : message.address.room }) {\n        "kitchen|" : grant ()\n        "[a-z" : grant ()\n        _ : deny ()\n    }',
    ),
    cure: 'Correct the pattern at the place told.',
    cured: painting(
      'use nk.regex._',
      'choice (re.select { text : message.address.room }) {\n        "kitchen" : grant ()\n        "[a-z]*" : grant ()\n        _ : deny ()\n    }',
    ),
  },
];
