// @ts-check
/** Roles in refmon: an Rbac object, with one binding for each resource and action. */
import { decidersOf, eventOf, load, messageOf, startEngine } from './engine.mjs';
import { actions, resources, roles, users } from './rbac-data.mjs';

const numbered = (/** @type {string} */ mark, /** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => `${mark}${String(index)}`);

const names = {
  users: numbered('u', users),
  roles: numbered('role', roles),
  resources: numbered('r.R', resources),
  actions: numbered('Do', actions),
};

const quoted = (/** @type {readonly string[]} */ all) => all.map((one) => `"${one}"`).join(', ');

/** @param {import('./rbac-data.mjs').Roles['grants']} grants */
const policyOf = (grants) => {
  const roleOf = (/** @type {string} */ name, /** @type {number} */ role) => {
    const byResource = names.resources.flatMap((resource, of) => {
      const may = grants
        .filter(([by, to]) => by === role && to === of)
        .map(([, , action]) => names.actions[action] ?? '');
      return may.length === 0 ? [] : [`"${resource}" : [${quoted(may)}]`];
    });
    return `"${name}" : { inherits : [], permissions : { ${byResource.join(', ')} } }`;
  };
  const objects = names.resources.map((resource) => `"${resource}" : [${quoted(names.actions)}]`);
  const checks = names.resources.flatMap((resource) =>
    names.actions.map(
      (action) =>
        `request dst=${resource} method=${action} { acl.check { sid : src_sid, operation : "${action}", object : "${resource}" } }`,
    ),
  );
  return `execute: kl.core.Execute
use nk.base._
use nk.rbac._
use EDL Einit
use EDL kl.core.Core
use EDL u.User
use EDL a.Admin
${names.resources.map((name) => `use EDL ${name}\n`).join('')}
policy object acl : Rbac {
    config = {
        objects : { ${objects.join(', ')} },
        roles : { ${names.roles.map(roleOf).join(',\n')} },
        ssd : {}, dsd : {},
        user_pool_size : ${String(users)}, session_pool_size : ${String(users)}
    }
}
request dst=a.Admin {
    match method=Assign { acl.assign { user : src_sid, role : message.role } }
    match method=Open { acl.open { sid : src_sid, user : src_sid, roles : [] } }
    match method=Activate { acl.activate { sid : src_sid, role : message.role } }
}
${checks.join('\n')}
`;
};

/** @param {import('./rbac-data.mjs').Roles['grants']} grants */
const solutionOf = (grants) =>
  load(
    'rbac',
    new Map([
      [
        'a/Roles.idl',
        'package a.Roles\ninterface { Assign(in string<16> role); Open(); Activate(in string<16> role); }\n',
      ],
      [
        'r/Use.idl',
        `package r.Use\ninterface { ${names.actions.map((name) => `${name}();`).join(' ')} }\n`,
      ],
      ['a/Admin.edl', 'entity a.Admin\nendpoints { roles : a.Roles }\n'],
      ['u/User.edl', 'entity u.User\n'],
      ...names.resources.map(
        (name) =>
          /** @type {[string, string]} */ ([
            `${name.replace('.', '/')}.edl`,
            `entity ${name}\nendpoints { use : r.Use }\n`,
          ]),
      ),
      [
        'init.yaml',
        `entities:\n${names.users.map((name) => `- name: u.User\n  task: ${name}\n`).join('')}`,
      ],
      ['security.psl', policyOf(grants)],
    ]),
  );

/**
 * The engine after every assignment was made and every role activated, all of them events.
 * @param {import('./rbac-data.mjs').Roles} given @param {readonly import('./rbac-data.mjs').Request[]} requests
 */
export const refmonRoles = async ({ grants, assignments }, requests) => {
  const { session, subjects } = await startEngine(await solutionOf(grants));
  const admin = subjects.find('a.Admin');
  const ask = (
    /** @type {number} */ user,
    /** @type {string} */ method,
    /** @type {object} */ message,
  ) => {
    const source = subjects.find(names.users[user]);
    const verdict = session.decide(eventOf('request', source, admin, 'roles', method, message));
    if (verdict.kind !== 'granted') throw new Error(`${method}: ${JSON.stringify(verdict)}`);
  };
  names.users.forEach((_, user) => ask(user, 'Open', messageOf({})));
  for (const method of ['Assign', 'Activate']) {
    for (const [user, role] of assignments) {
      ask(user, method, messageOf({ role: names.roles[role] }));
    }
  }
  const events = requests.map(([user, resource, action]) =>
    eventOf(
      'request',
      subjects.find(names.users[user]),
      subjects.find(names.resources[resource]),
      'use',
      names.actions[action] ?? '',
    ),
  );
  return decidersOf(session, events);
};
