import type { Evidence } from '../evidence.ts';
import type { SearchData } from '../data.ts';
import type { Shown } from '../sections.ts';
import type { Content, Markup } from './markup.ts';
import { grouped, html } from './markup.ts';
import { facts, section, statusMark, table } from './parts.ts';

const verdictClass = { passed: 'passed', 'passed in part': 'partly', failed: 'failed' } as const;

const expectationFact = ({ sections }: Evidence): Content => {
  const all = sections.tests.flatMap(({ data }) => data?.expectations ?? []);
  const met = all.filter(({ passed }) => passed).length;
  return all.length === 0 ? 'no result' : `${grouped(met)} of ${grouped(all.length)} met`;
};

const searchFact = (search: Shown<SearchData> | undefined): Content => {
  if (search?.data === undefined) return 'no result';
  const { states, complete } = search.data;
  return html`${grouped(states)} states<small>${complete ? 'complete' : 'not complete'}</small>`;
};

const twinFact = ({ sections }: Evidence): Content => {
  if (sections.twins.length === 0) return 'no result';
  return sections.twins.map(({ name, data, result }) => {
    if (data?.ran !== true) return html`${name}: ${statusMark(result.status)} `;
    return html`${name}: ${data.equal ? 'equal' : 'different'}<small
        >${grouped(data.states)} states</small
      >`;
  });
};

const heldFact = <Data>(shown: readonly Shown<Data>[]): Content => {
  const held = shown.filter(({ result }) => result.status === 'passed').length;
  return shown.length === 0 ? 'none' : `${String(held)} of ${String(shown.length)} hold`;
};

const factsOf = (evidence: Evidence): Markup => {
  const { solution, sections, overall, requirements } = evidence;
  const objectives = sections.searches.filter(({ result }) => result.step !== 'explore');
  return facts([
    [
      'processes, channels',
      `${String(solution.processes.length)}, ${String(solution.channels.length)}`,
    ],
    ['policy expectations', expectationFact(evidence)],
    ['exploration', searchFact(sections.searches.find(({ result }) => result.step === 'explore'))],
    ['objectives', heldFact(objectives)],
    ['properties', heldFact(sections.properties)],
    ['twins', twinFact(evidence)],
    [
      'requirements supported',
      `${String(overall.requirements.supported)} of ${String(requirements.length)}`,
    ],
    ['steps passed', `${String(overall.steps.passed)} of ${String(evidence.steps.length)}`],
  ]);
};

/** Which steps failed, by name. */
const failures = ({ steps }: Evidence): Content => {
  const failed = steps.filter(({ result }) => result.status === 'failed');
  return failed.length === 0
    ? undefined
    : html`<small>${failed.map(({ result }) => result.step).join(', ')}</small>`;
};

/** The head of the page: what it is about, the verdict, the numbers that matter. */
export const summary = (evidence: Evidence): Markup => {
  const { solution, overall, version } = evidence;
  return html`<header class="top">
    <p class="kicker">Assurance evidence · refmon ${version}</p>
    <h1>${solution.name}</h1>
    <p class="verdict ${verdictClass[overall.verdict]}">
      <strong>${overall.verdict}</strong>${overall.sentence}${failures(evidence)}
    </p>
    ${factsOf(evidence)}
  </header> `;
};

/** Every step of the run. */
export const stepSection = ({ steps, diagnostics }: Evidence): Markup =>
  section(
    'steps',
    'Steps',
    html`<p class="note">
      Each row is one result file of this run. <em>Exhaustive</em> is meant within the bounds that
      the detail states, <em>sampled</em> for the runs that were drawn; <em>not run</em> and
      <em>vacuous</em> are not passed.
    </p>`,
    table(
      'Steps, in the order of their run',
      [{ head: 'step', kind: 'code' }, { head: 'status' }, { head: 'how' }, { head: 'detail' }],
      steps.map(({ result }) => [
        result.step,
        statusMark(result.status),
        result.status === 'skipped' ? '' : result.how,
        result.detail,
      ]),
    ),
    diagnostics.length === 0
      ? undefined
      : table(
          'Result files that are not counted',
          [{ head: 'file', kind: 'code' }, { head: 'code' }, { head: 'fault' }],
          diagnostics.map(({ at, code, message }) => [at.file, code, message]),
        ),
  );
