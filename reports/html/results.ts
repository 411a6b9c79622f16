import { eventKinds } from '../../model/security.ts';
import type { ExpectationData, PropertyData, SearchData, VerdictCounts } from '../data.ts';
import type { Sections, Shown } from '../sections.ts';
import { countExpectations } from '../verdict-counts.ts';
import type { Content, Markup } from './markup.ts';
import { grouped, html } from './markup.ts';
import { groupedTable, listed, narrowTable, section, statusMark, table } from './parts.ts';

const searchRow = ({ name, result, data }: Shown<SearchData>): readonly Content[] => {
  const title = result.step === 'explore' ? 'all properties' : `objective ${name}`;
  if (data === undefined) return [title, statusMark(result.status), '', '', '', '', result.detail];
  return [
    title,
    statusMark(result.status),
    grouped(data.states),
    grouped(data.edges),
    grouped(data.depth),
    data.complete ? 'yes' : 'no',
    data.mostGeneral.length === 0 ? 'none' : listed(data.mostGeneral),
  ];
};

const searchTable = (searches: readonly Shown<SearchData>[]): Markup =>
  table(
    'Searches; complete means that every state was reached with every message that could matter',
    [
      { head: 'search' },
      { head: 'result' },
      { head: 'states', kind: 'number' },
      { head: 'edges', kind: 'number' },
      { head: 'depth', kind: 'number' },
      { head: 'complete' },
      { head: 'most general' },
    ],
    searches.map(searchRow),
  );

const incompleteness = (searches: readonly Shown<SearchData>[]): Content => {
  const reasons = [...new Set(searches.flatMap(({ data }) => data?.reasons ?? []))];
  return reasons.length === 0
    ? undefined
    : html`<p>Not complete, because:</p>
        <ul>
          ${reasons.map((reason) => html`<li>${reason}</li>`)}
        </ul>`;
};

const actionTable = ({ data }: Shown<SearchData>): Content =>
  data === undefined
    ? undefined
    : narrowTable(
        'Edges of the exploration by action and how it ended',
        [
          { head: 'action', kind: 'code' },
          { head: 'edges', kind: 'number' },
        ],
        Object.entries(data.actions).map(([name, count]) => [name, grouped(count)]),
      );

/** The searches of reachable states, and what happened on their edges. */
export const searchSection = ({ searches }: Sections): Markup =>
  section(
    'exploration',
    'Exploration',
    searches.length === 0 ? html`<p>No search was run.</p>` : searchTable(searches),
    incompleteness(searches),
    searches.filter(({ result }) => result.step === 'explore').map(actionTable),
  );

const verdictRows = (name: string, counts: VerdictCounts): readonly (readonly Content[])[] =>
  eventKinds.flatMap((kind) => {
    const count = counts[kind];
    return count === undefined || count.granted + count.denied === 0
      ? []
      : [[kind, name, grouped(count.granted), grouped(count.denied)]];
  });

/** How often events of each kind were granted and denied. */
export const verdictSection = ({ tests, searches }: Sections): Markup => {
  const expectations = tests.flatMap(({ data }) => data?.expectations ?? []);
  const rows = [
    ...verdictRows('expectations', countExpectations(expectations)),
    ...searches
      .filter(({ result }) => result.step === 'explore')
      .flatMap(({ data }) =>
        data?.verdicts === undefined ? [] : verdictRows('exploration', data.verdicts),
      ),
  ];
  return section(
    'verdicts',
    'Verdicts',
    rows.length === 0
      ? html`<p>No event was judged.</p>`
      : narrowTable(
          'Judged events by kind; of the exploration, those on its edges',
          [
            { head: 'event' },
            { head: 'judged in' },
            { head: 'granted', kind: 'number' },
            { head: 'denied', kind: 'number' },
          ],
          rows,
        ),
  );
};

const reasonsOf = ({ because, reasons }: ExpectationData): Content => {
  if (because === 'noRule') return html`<span class="soft">no rule covers it</span>`;
  const shown =
    because === undefined ? reasons : reasons.filter(({ result }) => result !== 'granted');
  return shown.length === 0
    ? because
    : shown.map(
        ({ object, rule, at }) =>
          html`<div class="rule">${object}.${rule} <span class="soft place">${at}</span></div>`,
      );
};

const expectationRow = (expectation: ExpectationData): readonly Content[] => [
  html`${expectation.event}
    <span class="soft place">${expectation.file}:${expectation.line}</span>`,
  expectation.expected,
  statusMark(expectation.verdict),
  statusMark(expectation.passed ? 'passed' : 'failed'),
  reasonsOf(expectation),
];

const titleOf = ({ set, sequence }: ExpectationData): string => `${set} · ${sequence}`;

/** The policy's own expectations, sequence by sequence. */
export const expectationSection = ({ tests }: Sections): Markup => {
  const all = tests.flatMap(({ data }) => data?.expectations ?? []);
  const titles = [...new Set(all.map(titleOf))];
  return section(
    'expectations',
    'Policy expectations',
    all.length === 0
      ? html`<p>There is no result.</p>`
      : groupedTable(
          "The policy's own tests: each event, what is expected, what the engine answered, and the rules that decided",
          [
            { head: 'event', kind: 'code' },
            { head: 'expected' },
            { head: 'verdict' },
            { head: 'result' },
            { head: 'rules' },
          ],
          titles.map((title) => ({
            title,
            rows: all.filter((one) => titleOf(one) === title).map(expectationRow),
          })),
        ),
  );
};

const counterexample = ({ name, data }: Shown<PropertyData>): Content =>
  data?.counterexample === undefined
    ? undefined
    : html`<article class="violation">
        <h3>${name} is broken</h3>
        <p>${data.counterexample.why}</p>
        <ol class="words">
          ${data.counterexample.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </article>`;

/** Properties sampled over solutions and runs that were drawn at random. */
export const propertySection = ({ properties }: Sections): Markup =>
  section(
    'properties',
    'Properties',
    properties.map(counterexample),
    properties.length === 0
      ? html`<p>There is no result.</p>`
      : table(
          'Each property over random solutions and hostile runs; a witness is a step in which its premise occurred',
          [
            { head: 'property' },
            { head: 'statement' },
            { head: 'result' },
            { head: 'runs', kind: 'number' },
            { head: 'steps', kind: 'number' },
            { head: 'witnesses', kind: 'number' },
            { head: 'seed', kind: 'number' },
          ],
          properties.map(({ name, result, data }) => [
            name,
            data === undefined
              ? result.detail
              : html`${data.statement}<small>${data.requirement}</small>`,
            statusMark(result.status),
            ...(data === undefined
              ? ['', '', '', '']
              : [
                  grouped(data.runs),
                  grouped(data.steps),
                  grouped(data.witnesses),
                  String(data.seed),
                ]),
          ]),
        ),
  );
