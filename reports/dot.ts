import { behaviourOf } from './describe-solution.ts';
import type {
  EndpointDescription,
  ProcessDescription,
  SolutionDescription,
} from './describe-solution.ts';
import { shortened, visible } from './visible.ts';

/** A text inside an HTML-like label of the graph language. */
const labelText = (text: string): string =>
  shortened(visible(text).replaceAll('\n', ' '), 60)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const classOf = ({ untrusted, behaviour }: ProcessDescription): string => {
  if (untrusted) return 'process untrusted';
  return behaviour === 'program' ? 'process' : 'process free';
};

const endpointLine = ({ name, interface: offered }: EndpointDescription): string =>
  `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="9">${labelText(name)} : ${labelText(offered)}</FONT></TD></TR>`;

/** Endpoints that a node lists; more are counted. */
const mostEndpoints = 8;

const endpointLines = (endpoints: readonly EndpointDescription[]): string => {
  const shown = endpoints.slice(0, mostEndpoints).map(endpointLine).join('');
  const rest = endpoints.length - mostEndpoints;
  return rest <= 0
    ? shown
    : `${shown}<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="9">and ${String(rest)} more</FONT></TD></TR>`;
};

const nodeLabel = (process: ProcessDescription): string => {
  const rule = process.endpoints.length === 0 ? '' : '<HR/>';
  return [
    '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">',
    `<TR><TD ALIGN="LEFT"><B>${labelText(process.name)}</B></TD></TR>`,
    `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="10">${labelText(process.class)}</FONT></TD></TR>`,
    `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="9">${labelText(behaviourOf(process))}</FONT></TD></TR>`,
    rule,
    endpointLines(process.endpoints),
    '</TABLE>>',
  ].join('');
};

/**
 * The processes and channels of a solution in Graphviz's language. Names stand in labels alone, and
 * colours are left to the page: nodes have the classes `process`, `untrusted`, `free`.
 */
export const solutionDot = ({ processes, channels }: SolutionDescription): string => {
  const numberOf = (name: string): number =>
    processes.findIndex((process) => process.name === name);
  const nodes = processes.map(
    (process, index) =>
      `  p${String(index)} [class="${classOf(process)}", label=${nodeLabel(process)}];`,
  );
  const edges = channels.map(
    ({ name, client, server }) =>
      `  p${String(numberOf(client))} -> p${String(numberOf(server))} [label=<<FONT POINT-SIZE="9">${labelText(name)}</FONT>>];`,
  );
  return [
    'digraph solution {',
    '  graph [rankdir=LR, bgcolor="transparent", nodesep=0.35, ranksep=0.9, pad=0.1];',
    '  node [shape=box, style="rounded", margin="0.19,0.08", fontname="Helvetica", fontsize=12];',
    '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.7];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n');
};
