import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

const host = `use nk.te._
policy object te : Te {
    config = {
        types : ["init_t", "web_t", "web_exec_t", "tool_exec_t", "log_t", "etc_t"],
        attributes : { "domain" : ["init_t", "web_t"], "config_file" : ["etc_t"] },
        classes : {
            "process" : ["transition", "signal"],
            "file" : ["read", "write", "create", "execute", "entrypoint", "execute_no_trans"],
            "dir" : ["search", "create"],
            "socket" : ["connect"]
        },
        allow : [
            { source : "domain", target : "config_file", class : ["file"], permissions : ["read"] },
            { source : "domain", target : "self", class : "process", permissions : "signal" },
            { source : "init_t", target : ["web_exec_t", "tool_exec_t"], class : "file", permissions : "execute" },
            { source : "init_t", target : "tool_exec_t", class : "file", permissions : "execute_no_trans" },
            { source : "init_t", target : "web_t", class : "process", permissions : "*" },
            { source : "web_t", target : "web_exec_t", class : "file", permissions : "entrypoint" },
            { source : "web_t", target : "log_t", class : ["file", "dir"], permissions : ["create"] },
            { source : "web_t", target : "etc_t", class : "dir", permissions : "search" }
        ],
        neverallow : [{ source : "*", target : "config_file", class : "file", permissions : "write" }],
        transitions : [
            { source : "init_t", target : "web_exec_t", class : "process", type : "web_t" },
            { source : "domain", target : "etc_t", class : ["file", "dir"], type : "log_t" }
        ],
        pool_size : 6
    }
}
`;

type Party = number | string;
const written = (party: Party): string =>
  typeof party === 'number' ? String(party) : `"${party}"`;
const label = (sid: number, type: string): string =>
  `te.label { sid : ${String(sid)}, type : "${type}" } `;
const release = (sid: number): string => `te.release { sid : ${String(sid)} } `;
const create = (source: number, parent: Party, target: number, ofClass: string): string =>
  `te.create { source : ${String(source)}, parent : ${written(parent)}, target : ${String(target)}, class : "${ofClass}" } `;
const transition = (source: number, image: Party, target: number): string =>
  `te.transition { source : ${String(source)}, image : ${written(image)}, target : ${String(target)} } `;
const check = (source: number, target: Party, ofClass: string, permission: string): string =>
  `te.check { source : ${String(source)}, target : ${written(target)}, class : "${ofClass}", permission : "${permission}" } `;
const isOf = (sid: number, type: string): string =>
  `assert (te.query_type { sid : ${String(sid)} } == "${type}") `;

/** 10 is init_t, 11 web_t, 20 etc_t, 21 web_exec_t; two labels are left. */
const before = [
  label(10, 'init_t'),
  label(11, 'web_t'),
  label(20, 'etc_t'),
  label(21, 'web_exec_t'),
].join('');

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 1n });
const send = eventOf('request', 'Send');

const policy = (first: string, rules: string, object = host): string =>
  `${object}request method=Note { ${first} }\nrequest method=Ping dst=t.Server { ${rules} }`;

const answer = (rules: string): string | undefined =>
  answersOf(policy(before, rules), note, ping)[1];

describe('Te', () => {
  it.each([
    ['gives a type', `${label(12, 'log_t')} ${isOf(12, 'log_t')}`, 'granted'],
    ['refuses an SID that has one', label(10, 'init_t'), 'ruleRefused'],
    [
      'refuses when the pool is empty',
      `${label(12, 'log_t')} ${label(13, 'log_t')} ${label(14, 'log_t')}`,
      'ruleRefused',
    ],
    ['refuses an SID out of range', label(65536, 'log_t'), 'ruleRefused'],
  ])('label %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['takes the type', `${release(10)} ${label(10, 'web_t')} ${isOf(10, 'web_t')}`, 'granted'],
    [
      'gives the place in the pool back',
      `${release(20)} ${label(12, 'log_t')} ${label(13, 'log_t')} ${label(14, 'log_t')}`,
      'granted',
    ],
    ['refuses an SID without one', release(12), 'ruleRefused'],
    ['refuses an SID out of range', release(0), 'ruleRefused'],
  ])('release %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'gives the type of the transition',
      `${create(11, 20, 12, 'file')} ${isOf(12, 'log_t')}`,
      'granted',
    ],
    [
      'takes a parent by its type',
      `${create(11, 'etc_t', 12, 'dir')} ${isOf(12, 'log_t')}`,
      'granted',
    ],
    [
      'gives the type of the parent without one',
      `${create(11, 'log_t', 12, 'file')} ${isOf(12, 'log_t')}`,
      'granted',
    ],
    ['refuses what is not allowed', create(10, 20, 12, 'file'), 'ruleRefused'],
    ['refuses it on the type of the parent', create(11, 21, 12, 'file'), 'ruleRefused'],
    ['refuses a source without a type', create(12, 20, 13, 'file'), 'ruleRefused'],
    ['refuses a parent without a type', create(11, 12, 13, 'file'), 'ruleRefused'],
    ['refuses a target with a type', create(11, 20, 21, 'file'), 'ruleRefused'],
    [
      'refuses when the pool is empty',
      `${label(12, 'log_t')} ${label(13, 'log_t')} ${create(11, 20, 14, 'file')}`,
      'ruleRefused',
    ],
    ['refuses a target out of range', create(11, 20, 0, 'file'), 'ruleRefused'],
  ])('create %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'gives the type of the transition',
      `${transition(10, 21, 12)} ${isOf(12, 'web_t')}`,
      'granted',
    ],
    [
      'takes an image by its type',
      `${transition(10, 'web_exec_t', 12)} ${isOf(12, 'web_t')}`,
      'granted',
    ],
    [
      'gives the type of the source without one',
      `${transition(10, 'tool_exec_t', 12)} ${isOf(12, 'init_t')}`,
      'granted',
    ],
    ['refuses without execute', transition(11, 21, 12), 'ruleRefused'],
    ['refuses a source without a type', transition(12, 21, 13), 'ruleRefused'],
    ['refuses an image without a type', transition(10, 12, 13), 'ruleRefused'],
    ['refuses a target with a type', transition(10, 21, 11), 'ruleRefused'],
    [
      'refuses when the pool is empty',
      `${label(12, 'log_t')} ${label(13, 'log_t')} ${transition(10, 21, 14)}`,
      'ruleRefused',
    ],
    ['refuses a target out of range', transition(10, 21, 65536), 'ruleRefused'],
  ])('transition %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'transition',
      '{ source : "init_t", target : "web_t", class : "process", permissions : "*" },',
      'web_exec_t',
    ],
    [
      'entrypoint',
      '{ source : "web_t", target : "web_exec_t", class : "file", permissions : "entrypoint" },',
      'web_exec_t',
    ],
    [
      'execute',
      '{ source : "init_t", target : ["web_exec_t", "tool_exec_t"], class : "file", permissions : "execute" },',
      'tool_exec_t',
    ],
    [
      'execute_no_trans',
      '{ source : "init_t", target : "tool_exec_t", class : "file", permissions : "execute_no_trans" },',
      'tool_exec_t',
    ],
  ])('transition refuses without %s [KSS-1]', (_, rule, image) => {
    const rules = transition(10, image, 12);

    expect(host).toContain(rule);
    expect(answersOf(policy(before, rules, host.replace(rule, '')), note, ping)).toEqual([
      'granted',
      'ruleRefused',
    ]);
    expect(answer(rules)).toBe('granted');
  });

  it.each([
    ['by SIDs', check(10, 20, 'file', 'read'), 'granted'],
    ['a type in place of an SID', check(11, 'etc_t', 'file', 'read'), 'granted'],
    ['another permission', check(10, 20, 'file', 'create'), 'ruleRefused'],
    ['another class', check(10, 20, 'dir', 'search'), 'ruleRefused'],
    ['another source', check(20, 20, 'file', 'read'), 'ruleRefused'],
    ['another target', check(10, 21, 'file', 'read'), 'ruleRefused'],
    ['oneself', check(11, 11, 'process', 'signal'), 'granted'],
    ['oneself, and not another', check(11, 10, 'process', 'signal'), 'ruleRefused'],
    ['every permission', check(10, 11, 'process', 'signal'), 'granted'],
    ['a source without a type', check(12, 20, 'file', 'read'), 'ruleRefused'],
    ['a target without a type', check(10, 12, 'file', 'read'), 'ruleRefused'],
    ['a source out of range', check(0, 20, 'file', 'read'), 'ruleRefused'],
    ['a target out of range', check(10, 65536, 'file', 'read'), 'ruleRefused'],
  ])('check takes account of %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'chooses by the type',
      'choice (te.query_type { sid : 20 }) { "log_t" : deny () "etc_t" : grant () _ : deny () }',
      'granted',
    ],
    ['fails without a type', isOf(12, 'log_t'), 'failed'],
    ['fails out of range', isOf(0, 'log_t'), 'failed'],
  ])('query_type %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['a type', 'te.label { sid : 12, type : message.pair.b }'],
    ['a parent', 'te.create { source : 11, parent : message.pair.b, target : 12, class : "file" }'],
    [
      'a class of what is made',
      'te.create { source : 11, parent : 20, target : 12, class : message.pair.b }',
    ],
    ['an image', 'te.transition { source : 10, image : message.pair.b, target : 12 }'],
    [
      'a target',
      'te.check { source : 10, target : message.pair.b, class : "file", permission : "read" }',
    ],
    [
      'a class',
      'te.check { source : 10, target : 20, class : message.pair.b, permission : "read" }',
    ],
    [
      'a permission',
      'te.check { source : 10, target : 20, class : "file", permission : message.pair.b }',
    ],
  ])('fails where %s is computed and none of the object [KSS-1]', (_, rule) => {
    const text = `${host}request method=Note { ${before} }\nrequest method=Send dst=t.Server { ${rule} }`;

    expect(answersOf(text, note, send)).toEqual(['granted', 'failed']);
  });

  it.each([
    [
      'a class without create',
      'te.create { source : 11, parent : 20, target : 12, class : message.pair.b }',
      'socket',
    ],
    [
      'a permission of another class',
      'te.check { source : 10, target : 20, class : "dir", permission : message.pair.b }',
      'read',
    ],
  ])('fails for %s, where it is computed [KSS-1]', (_, rule, text) => {
    const named = eventOf('request', 'Send', { name: text });
    const files = {
      't/Ping.idl':
        'package t.Ping\ninterface { Ping(in UInt32 value); Send(in string<9> name); Note(); }\n',
    };
    const source = `${host}request method=Note { ${before} }\nrequest method=Send dst=t.Server { ${rule.replace('message.pair.b', 'message.name')} }`;
    const engine = interpret(solutionWith(source, files));
    const { next } = engine.decide(engine.initial, note);

    expect(engine.decide(next ?? engine.initial, named).verdict).toMatchObject({
      kind: 'denied',
      because: 'failed',
    });
  });

  it('keeps 32 permissions of a class apart [KSS-1]', () => {
    const names = Array.from({ length: 32 }, (_, index) => `p${String(index)}`);
    const object = (allowed: readonly string[]): string => `use nk.te._
policy object te : Te { config = { types : ["t"], attributes : {}, classes : { "c" : [${names.map((name) => `"${name}"`).join(', ')}] },
  allow : [{ source : "t", target : "t", class : "c", permissions : [${allowed.map((name) => `"${name}"`).join(', ')}] }],
  neverallow : [], transitions : [], pool_size : 1 } }
`;
    const first = label(10, 't');
    const answers = (allowed: readonly string[], asked: string): string | undefined =>
      answersOf(policy(first, check(10, 10, 'c', asked), object(allowed)), note, ping)[1];

    expect(names.map((name) => answers([name], name))).toEqual(names.map(() => 'granted'));
    expect(
      names.map((name) =>
        answers(
          names.filter((one) => one !== name),
          name,
        ),
      ),
    ).toEqual(names.map(() => 'ruleRefused'));
  });

  it('shows types by name, undoes what is denied, and forgets what is released [KSS-2]', () => {
    const text = policy(before, `${create(11, 20, 12, 'file')} ${release(10)} deny ()`);
    const engine = interpret(solutionWith(text));
    const context = contextAfter(text, note);

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: { te: { 10: 'init_t', 11: 'web_t', 20: 'etc_t', 21: 'web_exec_t' } },
    });
    expect(bytesOf(text, contextAfter(text, note, ping))).toBe(bytesOf(text, context));
    const released = [10, 11, 20, 21].reduce((so, sid) => engine.release(so, sidOf(sid)), context);
    expect(bytesOf(text, released)).toBe(bytesOf(text, engine.initial));
    expect(engine.release(released, sidOf(10))).toBe(released);
  });

  it('has equal bytes for equal types, however they came about [KSS-2]', () => {
    const one = policy(before, '');
    const other = policy(
      `${label(21, 'web_exec_t')} ${label(11, 'init_t')} ${label(10, 'init_t')} ${release(11)} ${transition(10, 21, 11)} ${label(20, 'etc_t')}`,
      '',
    );

    expect(bytesOf(one, contextAfter(one, note))).toBe(bytesOf(other, contextAfter(other, note)));
    expect(bytesOf(one, contextAfter(one, note))).not.toBe(bytesOf(one, contextAfter(one)));
  });
});

describe('the audit of a Te', () => {
  const profile = (condition: string): string =>
    `${host}audit profile all = { 0 : { te : { kss : ["granted", "denied"]${condition} } } }\naudit default = all 0\n`;

  it('records rules and expressions by their results [AUD-1]', () => {
    const text = `${profile('')}request method=Note { ${label(10, 'log_t')} ${isOf(10, 'log_t')} ${isOf(11, 'log_t')} ${check(10, 10, 'file', 'read')} }`;
    const engine = interpret(solutionWith(text));

    const { audit } = engine.decide(engine.initial, note);

    expect(audit?.findings.map(({ rule, result }) => [rule, result])).toEqual([
      ['label', 'granted'],
      ['query_type', 'granted'],
      ['query_type', 'failed'],
      ['check', 'denied'],
    ]);
  });

  it('has no condition of its own [LANG-3]', () => {
    expect(toldOf(profile(', omit : ["log_t"]'), 'PSL-023')).toEqual([
      ['omit', 'the model Te has no audit condition "omit"'],
    ]);
  });
});

describe('constants in arguments of a Te', () => {
  it.each([
    [
      'te.label { sid : 10, type : "none_t" }',
      '"none_t"',
      '"init_t" | "web_t" | "web_exec_t" | "tool_exec_t" | "log_t" | "etc_t" is asked for, and this is "none_t"',
    ],
    [
      'te.label { sid : 10, type : "domain" }',
      '"domain"',
      '"init_t" | "web_t" | "web_exec_t" | "tool_exec_t" | "log_t" | "etc_t" is asked for, and this is "domain"',
    ],
    [
      'te.check { source : 10, target : 20, class : "pipe", permission : "read" }',
      '"pipe"',
      '"process" | "file" | "dir" | "socket" is asked for, and this is "pipe"',
    ],
    [
      'te.check { source : 10, target : 20, class : "dir", permission : "read" }',
      '"read"',
      'the class "dir" has no permission "read"',
    ],
    [
      'te.check { source : 10, target : "none_t", class : "file", permission : "read" }',
      '"none_t"',
      'an SID or "init_t" | "web_t" | "web_exec_t" | "tool_exec_t" | "log_t" | "etc_t" is asked for, and this is "none_t"',
    ],
    [
      'te.create { source : 10, parent : 20, target : 12, class : "socket" }',
      '"socket"',
      'the class "socket" has no permission "create"',
    ],
  ])('are told where they are none of the object: %s [LANG-3]', (rules, place, message) => {
    expect(toldOf(policy('', rules), 'PSL-018')).toEqual([[place, message]]);
  });

  it('tell a permission once that no class has [LANG-3]', () => {
    const rules = check(10, 20, 'file', 'raed');

    expect(toldOf(policy('', rules), 'PSL-018').map(([place]) => place)).toEqual(['"raed"']);
  });

  it('tell a transition where its classes and permissions are not declared [LANG-3]', () => {
    const object = host
      .replace('"execute_no_trans"],', '"other"],')
      .replace('"process" : ["transition", "signal"],', '"process" : ["signal"],')
      .replace('permissions : "execute_no_trans"', 'permissions : "other"');
    const place = '{ source : 10, image : 21, target : 12 }';

    expect(toldOf(policy('', transition(10, 21, 12), object), 'PSL-018')).toEqual([
      [place, 'transition asks for a class "process" with the permission "transition"'],
      [place, 'transition asks for a class "file" with the permission "execute_no_trans"'],
    ]);
  });
});
