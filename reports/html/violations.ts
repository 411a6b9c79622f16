import type { SearchData, ViolationData } from '../data.ts';
import type { Shown } from '../sections.ts';
import { sequenceDiagram } from '../sequence-diagram.ts';
import { sentenceOf } from '../sequence-text.ts';
import type { SequenceMessage } from '../sequence.ts';
import type { Markup } from './markup.ts';
import { html, trusted } from './markup.ts';
import { section } from './parts.ts';

const messageClass = ({ breaks, verdict }: SequenceMessage): string => {
  if (breaks) return 'breaks';
  return verdict === 'denied' ? 'denied' : '';
};

const words = (messages: readonly SequenceMessage[]): Markup =>
  html`<ol class="words">
    ${messages.map(
      (message) =>
        html`<li value="${message.step}" class="${messageClass(message)}">
          ${sentenceOf(message)}
        </li>`,
    )}
  </ol>`;

const violation = ({ property, sequence }: ViolationData): Markup => {
  const steps = sequence.messages.at(-1)?.step ?? 0;
  const title = `The shortest way to a violation of ${property}, in ${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;
  return html`<article class="violation">
    <h3>${property} is violated</h3>
    <p>${title}:</p>
    <div
      class="figure"
      role="region"
      tabindex="0"
      aria-label="Sequence diagram, told in words below"
    >
      ${trusted(sequenceDiagram(sequence, title))}
    </div>
    ${words(sequence.messages)}
  </article>`;
};

/** One for each property: the search of an objective may find what the exploration found. */
const distinct = (searches: readonly Shown<SearchData>[]): readonly ViolationData[] => {
  const all = searches.flatMap(({ data }) => data?.violations ?? []);
  return all.filter(
    ({ property }, index) => all.findIndex((one) => one.property === property) === index,
  );
};

/** Every violation that a search found, with a shortest way there. */
export const violationSection = (searches: readonly Shown<SearchData>[]): Markup => {
  const found = distinct(searches);
  const ran = searches.some(({ data }) => data !== undefined);
  return section(
    'violations',
    'Violations',
    found.length > 0
      ? found.map(violation)
      : html`<p>
          ${ran ? 'None was found in the states that were searched.' : 'No search was run.'}
        </p>`,
  );
};
