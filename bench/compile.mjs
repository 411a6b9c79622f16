// @ts-check
/** Bench `compile`: a checked policy of 5,000 rules to an engine that has answered an event of every kind. */
import { built, load, peer } from './engine.mjs';
import { generateSolution } from './generate.mjs';
import { median, targetAtMost, time } from './measure.mjs';

const rules = 5000;
const warmUps = 2;

/** One event for each slot that a rule covers: slots are compiled when the first of theirs is asked. @param {any} solution */
const firstEvents = async (solution) => {
  const { bindingsOf, eventSlots } = await built('kss/witness/slots.js');
  const { eventIn } = await built('kss/witness/event-in.js');
  return eventSlots(solution)
    .filter((/** @type {any} */ slot) => bindingsOf(solution, slot).length > 0)
    .map((/** @type {any} */ slot) => eventIn(solution, slot));
};

/** What CASL builds of as many rules, in an ability for each of its users. @returns {Promise<(() => unknown) | undefined>} */
const caslBuild = async () => {
  const found = await peer('@casl/ability');
  if (found === undefined) return undefined;
  const perUser = 84;
  const users = Array.from({ length: Math.ceil(rules / perUser) }, (_, user) =>
    Array.from({ length: perUser }, (_, rule) => ({
      action: `op${String(rule % 3)}`,
      subject: `t${String(user)}-${String(rule)}`,
    })),
  );
  return () =>
    users.map((may) => {
      const ability = found.createMongoAbility(may);
      for (const { action, subject } of may) ability.can(action, subject);
      return ability;
    });
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchCompile = async (choice) => {
  const { compile } = await built('kss/compiled/compile.js');
  const { files, rules: made } = generateSolution(rules);
  const solution = await load('compile', files);
  const events = await firstEvents(solution);
  // A policy of its own each time: nothing may be kept from one to the next.
  const fresh = () => ({ ...solution, policy: { ...solution.policy } });
  /** @type {[string, () => unknown][]} */
  const works = [
    ['engine', () => compile(fresh()).session()],
    [
      'engine, every kind of event asked',
      () => {
        const session = compile(fresh()).session();
        for (const event of events) session.decide(event);
      },
    ],
  ];
  const casl = await caslBuild();
  if (casl === undefined) choice.say('skipped: CASL is not installed (npm run bench installs it)');
  else works.push(['CASL, every rule asked', casl]);
  choice.say(`${String(made)} rules, ${String(events.length)} kinds of events`);
  const rounds = choice.quick ? 3 : 9;
  const times = works.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [index, [, work]] of works.entries()) {
      const ms = time(work);
      if (round >= warmUps) times[index]?.push(ms);
    }
  }
  const middles = times.map(median);
  const [, asked = 0] = middles;
  targetAtMost(choice, 'compile: 5,000 rules, every kind of event asked', asked, 100, 'ms');
  return works.map(([name], index) => ({
    bench: 'compile',
    name,
    opsPerSecond: 1000 / (middles[index] ?? 1),
    ratio: (middles[index] ?? 1) / (middles[0] ?? 1),
  }));
};
