import { describe, expect, it } from 'vitest';
import { emptyMessage } from '../model/value.ts';
import type { Intent, Outcome } from '../model/step.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import { mostGeneral } from './most-general.ts';

const answer: Intent = { kind: 'reply', as: 'response', message: emptyMessage };

const server = (): RunningProgram =>
  runProgram(mostGeneral({ calls: [], answers: new Map([['impl.ping.Note', [answer]]]) }));

const received: Outcome = {
  kind: 'done',
  result: { kind: 'received', endpoint: 'impl.ping', method: 'Note', message: emptyMessage },
};

const deniedAs = (ends: 'call' | 'reply'): Outcome => ({
  kind: 'denied',
  ends,
  phase: 'request',
  verdict: { kind: 'denied', because: 'noRule', by: [] },
});

const kindsOf = (program: RunningProgram): readonly string[] =>
  program.choose().map(({ kind }) => kind);

describe('mostGeneral', () => {
  it('may receive until it serves, then answer what it serves, then receive again; and crash at any time [OBJ-1]', () => {
    const idle = server();
    const serving = idle.observe(received);
    const done = serving.observe({ kind: 'done', result: { kind: 'replied' } });

    expect(kindsOf(idle)).toEqual(['recv', 'trap']);
    expect(kindsOf(serving)).toEqual(['reply', 'trap']);
    expect(kindsOf(done)).toEqual(['recv', 'trap']);
  });

  it('still serves after a call of its own is denied, and no more after its answer is [OBJ-1]', () => {
    const serving = server().observe(received);

    expect(kindsOf(serving.observe(deniedAs('call')))).toEqual(['reply', 'trap']);
    expect(kindsOf(serving.observe(deniedAs('reply')))).toEqual(['recv', 'trap']);
  });

  it('never waits for requests that nobody can make: it has no endpoint [OBJ-1]', () => {
    const program = runProgram(mostGeneral({ calls: [], answers: new Map() }));

    expect(kindsOf(program)).toEqual(['trap']);
  });
});
