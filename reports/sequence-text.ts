import type { Sequence, SequenceMessage } from './sequence.ts';

const verbs = {
  execute: 'starts',
  request: 'calls',
  response: 'answers',
  error: 'answers',
  security: 'asks',
} as const;

const endOf = ({ verdict, why, breaks }: SequenceMessage): string => {
  if (breaks) return ' → granted, and must never be';
  if (verdict === 'denied') return ` → denied: ${why}`;
  return verdict === 'granted' ? ' → granted' : '';
};

const content = ({ content: text }: SequenceMessage): string => (text === '' ? '' : ` ${text}`);

const objectOf = ({ kind, label }: SequenceMessage): string =>
  kind === 'execute' || label === '' ? '' : `: ${label}`;

const manner = ({ kind }: SequenceMessage): string => (kind === 'error' ? ' with an error' : '');

/** One message as a sentence without its number: `gateway calls barrier: drive.Open { … } → granted`. */
export const sentenceOf = (message: SequenceMessage): string => {
  const { kind, from, to, label, why } = message;
  switch (kind) {
    case 'take':
    case 'wait':
      return `${from} ${label}`;
    case 'refusal':
      return `${from} is ${label} (${why})`;
    case 'execute':
    case 'request':
    case 'response':
    case 'error':
    case 'security':
      return `${from} ${verbs[kind]} ${to}${manner(message)}${objectOf(message)}${content(message)}${endOf(message)}`;
  }
};

/** The messages as numbered lines; those of one step share its number. */
export const sequenceText = ({ messages }: Sequence): string => {
  const width = String(messages.at(-1)?.step ?? 0).length;
  return messages
    .map((message, index) => {
      const isFirst = messages[index - 1]?.step !== message.step;
      const number = isFirst ? String(message.step) : '';
      return `${number.padStart(width + 2)}  ${sentenceOf(message)}`;
    })
    .join('\n');
};
