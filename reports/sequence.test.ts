import { describe, it, expect } from 'vitest';
import { handleId, sidOf, threadId } from '../model/ids.ts';
import type { SecurityEvent, Subject, Verdict } from '../model/security.ts';
import type { Action, Judged, Report } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import { sequenceOf } from './sequence.ts';
import type { TracedStep } from './sequence.ts';

const subject = (name: string, sid: number): Subject => ({
  kind: 'known',
  name,
  sid: sidOf(sid),
  className: name,
});

const request = (message = emptyMessage): SecurityEvent => ({
  kind: 'request',
  source: subject('radio', 4),
  destination: subject('door', 3),
  endpoint: 'bolt.drive',
  interface: undefined,
  method: 'Open',
  content: { kind: 'value', message },
});

const at = { file: 'security.psl', line: 3, column: 5, endLine: 3, endColumn: 9 };

const denied: Verdict = {
  kind: 'denied',
  because: 'ruleRefused',
  by: [{ object: 'base', rule: 'deny', at, result: 'denied' }],
};

const granted: Verdict = {
  kind: 'granted',
  by: [{ object: 'base', rule: 'grant', at, result: 'granted' }],
};

const recv: Action = { kind: 'recv', by: threadId(0) };
const call: Action = {
  kind: 'call',
  by: threadId(1),
  handle: handleId(1),
  endpoint: 'bolt.drive',
  method: 'Open',
  message: emptyMessage,
};

const step = (by: string, action: Action, report: Partial<Report>): TracedStep => ({
  by,
  action,
  report: {
    outcome: { kind: 'blocked' },
    events: [],
    completions: [],
    started: [],
    ended: [],
    accesses: [],
    transfers: [],
    ...report,
  },
});

const judged = (event: SecurityEvent, verdict: Verdict): Judged => ({
  event,
  verdict,
  audit: undefined,
});

describe('sequenceOf', () => {
  it('has a message for each judged event, and what breaks the property marked [OBJ-3]', () => {
    const opening = request(record([['code', 7n]]));
    const sequence = sequenceOf(
      ['door', 'logger', 'radio'],
      [
        step('door', recv, {}),
        step('radio', call, { events: [judged(request(), denied)] }),
        step('radio', call, { events: [judged(opening, granted)] }),
      ],
      (event) => event === opening,
    );

    expect(sequence).toEqual({
      participants: ['door', 'radio'],
      messages: [
        {
          step: 1,
          kind: 'wait',
          from: 'door',
          to: 'door',
          label: 'waits for a request',
          content: '',
          verdict: 'none',
          why: '',
          breaks: false,
        },
        {
          step: 2,
          kind: 'request',
          from: 'radio',
          to: 'door',
          label: 'bolt.drive.Open',
          content: '',
          verdict: 'denied',
          why: 'base.deny at security.psl:3:5',
          breaks: false,
        },
        {
          step: 3,
          kind: 'request',
          from: 'radio',
          to: 'door',
          label: 'bolt.drive.Open',
          content: '{ code : 7 }',
          verdict: 'granted',
          why: '',
          breaks: true,
        },
      ],
    });
  });

  it('does not mark a denied event, forbidden as it is [OBJ-3]', () => {
    const steps = [step('radio', call, { events: [judged(request(), denied)] })];

    expect(sequenceOf([], steps, () => true).messages.map(({ breaks }) => breaks)).toEqual([false]);
  });

  it('says what the kernel refused and what a server took [OBJ-3]', () => {
    const sequence = sequenceOf(
      ['door', 'radio'],
      [
        step('radio', call, {
          outcome: { kind: 'refused', because: 'badHandle', retcode: 'rcResourceNotFound' },
        }),
        step('door', recv, {
          outcome: {
            kind: 'done',
            result: {
              kind: 'received',
              endpoint: 'bolt.drive',
              method: 'Open',
              message: emptyMessage,
            },
          },
        }),
      ],
      () => false,
    );

    expect(sequence.messages.map(({ kind, label, why }) => [kind, label, why])).toEqual([
      ['refusal', 'refused: badHandle', 'rcResourceNotFound'],
      ['take', 'takes bolt.drive.Open', ''],
    ]);
  });

  it('says why an event without rule or of unknown method is denied [OBJ-3]', () => {
    const noRule: Verdict = { kind: 'denied', because: 'noRule', by: [] };
    const unknown: Verdict = { kind: 'denied', because: 'unknownMethod', name: 'x.Y', by: [] };
    const steps = [
      step('radio', call, { events: [judged(request(), noRule), judged(request(), unknown)] }),
    ];

    expect(sequenceOf([], steps, () => false).messages.map(({ step: n, why }) => [n, why])).toEqual(
      [
        [1, 'no rule covers it'],
        [1, 'unknownMethod: x.Y is not declared'],
      ],
    );
  });
});
