import { eventKinds } from '../model/security.ts';
import type { SecurityEvent, Verdict } from '../model/security.ts';
import { formatSpan } from '../model/span.ts';
import type { Action, Judged, Report, Result } from '../model/step.ts';
import { answerOf } from '../kss/answer.ts';
import { formatValue } from '../solution/message/format.ts';

/** `take`: a server takes a request; `wait`: it waits for one; `refusal`: the kernel refuses. */
export const messageKinds = [...eventKinds, 'take', 'wait', 'refusal'] as const;

export type MessageKind = (typeof messageKinds)[number];

export const messageVerdicts = ['granted', 'denied', 'none'] as const;

/**
 * One line of a sequence diagram.
 *
 * Shape: several messages may belong to one step; `from` and `to` are the same for what concerns one
 *        participant alone; `content` is empty for a message without parameters; `why` says what a
 *        denial or refusal rests on; `breaks` marks what the violated property forbids.
 */
export interface SequenceMessage {
  readonly step: number;
  readonly kind: MessageKind;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly content: string;
  readonly verdict: (typeof messageVerdicts)[number];
  readonly why: string;
  readonly breaks: boolean;
}

/** A trace as its participants and what passed between them, in order. */
export interface Sequence {
  readonly participants: readonly string[];
  readonly messages: readonly SequenceMessage[];
}

/** One step of a trace: who acted, and what came of it. */
export interface TracedStep {
  /** The acting process's name. */
  readonly by: string;
  readonly action: Action;
  readonly report: Report;
}

/** Who a security event is addressed to. */
const engine = 'security engine';

const because = (verdict: Verdict): string => {
  if (verdict.kind === 'granted') return '';
  const { detail } = answerOf(verdict);
  const finding = verdict.by.find(({ result }) => result !== 'granted');
  if (finding !== undefined) {
    const why = finding.why === undefined ? '' : `: ${finding.why}`;
    return `${finding.object}.${finding.rule} at ${formatSpan(finding.at)}${why}`;
  }
  return verdict.because === 'noRule' ? 'no rule covers it' : `${verdict.because}: ${detail ?? ''}`;
};

const contentOf = ({ content }: SecurityEvent): string => {
  if (content.kind === 'undecodable') return `undecodable: ${content.fault.why}`;
  return content.message.fields.size === 0 ? '' : formatValue(content.message);
};

const labelOf = ({ kind, endpoint, interface: named, method }: SecurityEvent): string =>
  kind === 'execute' ? 'start' : [endpoint ?? named, method].filter(Boolean).join('.');

const judgedMessage = (
  step: number,
  { event, verdict }: Judged,
  isForbidden: (event: SecurityEvent) => boolean,
): SequenceMessage => ({
  step,
  kind: event.kind,
  from: event.source.name,
  to: event.destination?.name ?? engine,
  label: labelOf(event),
  content: contentOf(event),
  verdict: verdict.kind,
  why: because(verdict),
  breaks: verdict.kind === 'granted' && isForbidden(event),
});

const takenLabel = (result: Result): string =>
  result.kind === 'received' ? `takes ${result.endpoint}.${result.method}` : result.kind;

/** What a step shows that raised no event. */
const silentMessage = (step: number, { by, report }: TracedStep): SequenceMessage => {
  const { outcome } = report;
  const alone = { step, from: by, to: by, content: '', verdict: 'none', breaks: false } as const;
  switch (outcome.kind) {
    case 'refused':
      return {
        ...alone,
        kind: 'refusal',
        label: `refused: ${outcome.because}`,
        why: outcome.retcode,
      };
    case 'done':
      return { ...alone, kind: 'take', label: takenLabel(outcome.result), why: '' };
    case 'faulted':
      return {
        ...alone,
        kind: 'refusal',
        label: 'fails',
        why: `exception ${String(outcome.code)}`,
      };
    case 'blocked':
    case 'denied':
      return { ...alone, kind: 'wait', label: 'waits for a request', why: '' };
  }
};

const stepMessages = (
  step: number,
  traced: TracedStep,
  isForbidden: (event: SecurityEvent) => boolean,
): readonly SequenceMessage[] => {
  const { events } = traced.report;
  return events.length === 0
    ? [silentMessage(step, traced)]
    : events.map((judged) => judgedMessage(step, judged, isForbidden));
};

/**
 * A trace as a sequence diagram has it. Steps count from 1; participants stand in the given order, and
 * those who take no part are left out.
 *
 * Shape: `isForbidden` says which granted event the violated property forbids.
 */
export const sequenceOf = (
  order: readonly string[],
  steps: readonly TracedStep[],
  isForbidden: (event: SecurityEvent) => boolean,
): Sequence => {
  const messages = steps.flatMap((traced, index) => stepMessages(index + 1, traced, isForbidden));
  const present = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const known = order.filter((name) => present.has(name));
  const others = [...present].filter((name) => !order.includes(name));
  return { participants: [...known, ...others], messages };
};
