/** The page's only style sheet: light and dark, screen and print, from 320 pixels up. */
export const style = `
:root { color-scheme: light dark;
  --page: #fcfcfa; --sheet: #ffffff; --ink: #1b1f23; --soft: #565e66; --line: #dcdfda; --faint: #f3f4f1;
  --link: #1d4f85; --good: #1d6a3a; --bad: #b42318; --warn: #865300; --breaks: #8f1d78; --tint: #fdf1ef; }
@media (prefers-color-scheme: dark) { :root {
  --page: #131619; --sheet: #191d21; --ink: #e3e6e4; --soft: #a0a8ae; --line: #31373d; --faint: #20252a;
  --link: #93bdea; --good: #7fcb9a; --bad: #ff9187; --warn: #e3b562; --breaks: #f09ade; --tint: #33201f; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
.sheet { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 4rem; display: grid;
  grid-template-columns: minmax(0, 1fr); column-gap: 3rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
h1, h2 { font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "DejaVu Serif", serif;
  font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0.2rem 0 0.6rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 0 0 0.7rem; padding-top: 0.9rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.6rem 0 0.4rem; line-height: 1.35; overflow-wrap: anywhere; }
p, ul, ol { margin: 0.5rem 0; max-width: 46rem; }
ul, ol { padding-left: 1.3rem; }
li { margin: 0.15rem 0; }
section { margin-top: 2.6rem; min-width: 0; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; }
code { overflow-wrap: anywhere; }
pre { margin: 0.5rem 0; padding: 0.7rem 0.9rem; background: var(--faint); border-left: 3px solid var(--line);
  overflow-x: auto; line-height: 1.5; }
.soft, .note { color: var(--soft); }
.note { font-size: 0.92em; }
header.top { padding-top: 2.2rem; }
.kicker { margin: 0; color: var(--soft); font-size: 0.86rem; letter-spacing: 0.02em; }
.verdict { margin: 0.8rem 0 0; padding: 0.7rem 1rem; max-width: none; background: var(--sheet); border: 1px solid var(--line);
  border-left: 5px solid var(--soft); font-size: 1.06rem; }
.verdict small { display: block; font-size: 0.84rem; color: var(--soft); margin-top: 0.15rem; }
.verdict strong { text-transform: uppercase; letter-spacing: 0.05em; font-size: 0.92em; margin-right: 0.5em; }
.verdict.passed { border-left-color: var(--good); } .verdict.passed strong { color: var(--good); }
.verdict.partly { border-left-color: var(--warn); } .verdict.partly strong { color: var(--warn); }
.verdict.failed { border-left-color: var(--bad); background: var(--tint); } .verdict.failed strong { color: var(--bad); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr)); gap: 0; margin: 1rem 0;
  border-top: 1px solid var(--line); }
.facts div { padding: 0.45rem 1rem 0.45rem 0; border-bottom: 1px solid var(--line); min-width: 0; }
.facts dt { color: var(--soft); font-size: 0.82rem; line-height: 1.3; }
.facts dd { margin: 0.1rem 0 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
nav { font-size: 0.9rem; }
nav h2 { font: inherit; color: var(--soft); border: 0; padding: 0; margin: 0 0 0.3rem; }
nav ol { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; }
nav a { display: inline-block; padding: 0.12rem 0; text-decoration: none; } nav a:hover { text-decoration: underline; }
.contents { margin-top: 1rem; }
.scroll { overflow-x: auto; margin: 0.8rem 0; max-width: 100%; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
caption { text-align: left; color: var(--soft); padding: 0 0 0.4rem; font-size: 0.86rem; }
th, td { text-align: left; vertical-align: top; padding: 0.34rem 1.1rem 0.34rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; color: var(--soft); font-size: 0.82rem; border-bottom-color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 600; }
table.narrow { width: auto; min-width: 20rem; }
.id { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody .code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; font-weight: 400; }
.digest { color: var(--soft); word-break: break-all; }
.status { white-space: nowrap; }
.passed > span, .supported > span, .granted > span { color: var(--good); }
.status.failed { color: var(--bad); font-weight: 600; }
.status.denied > span { color: var(--bad); }
.status.skipped, .status.missing, .status.unsupported { color: var(--soft); }
.status.vacuous { color: var(--warn); }
tr.group th { padding-top: 0.9rem; font-weight: 600; border-bottom-color: var(--soft); }
.place { white-space: nowrap; font-size: 0.88em; }
.rule { white-space: nowrap; }
td small, dd small { display: block; color: var(--soft); font-size: 0.9em; }
.statement { min-width: 17rem; }
.violation { border: 1px solid var(--bad); border-left-width: 5px; background: var(--sheet); padding: 0.2rem 1rem 0.8rem; margin: 1rem 0; }
.violation h3 { color: var(--bad); margin-top: 0.7rem; }
.words { counter-reset: none; font-size: 0.93rem; max-width: 60rem; }
.words .denied { color: var(--bad); } .words .breaks { color: var(--breaks); font-weight: 600; }
details { margin: 0.8rem 0; } summary { cursor: pointer; color: var(--link); }
svg { display: block; height: auto; margin: 0 auto 0 0; font-family: system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, "DejaVu Sans", sans-serif; }
.figure { overflow-x: auto; margin: 0.8rem 0; }
svg.graph, svg.sequence { max-width: 100%; }
svg.graph text { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; }
svg.graph text { fill: var(--ink); }
svg.graph .node path, svg.graph .node polygon { fill: var(--sheet); stroke: var(--soft); }
svg.graph .node.untrusted path, svg.graph .node.untrusted polygon { stroke: var(--bad); stroke-dasharray: 5 3; }
svg.graph .node.free path, svg.graph .node.free polygon { stroke: var(--warn); stroke-dasharray: 5 3; }
svg.graph .edge path { stroke: var(--soft); fill: none; } svg.graph .edge polygon { stroke: var(--soft); fill: var(--soft); }
svg.graph .edge text { fill: var(--soft); }
svg.sequence text { font-size: 11.5px; fill: var(--ink); }
svg.sequence .party { fill: var(--faint); stroke: var(--soft); } svg.sequence .name { font-weight: 600; font-size: 12px; }
svg.sequence .life { stroke: var(--line); stroke-width: 1.5; }
svg.sequence .number { fill: var(--soft); font-variant-numeric: tabular-nums; }
svg.sequence .arrow { stroke: var(--ink); stroke-width: 1.4; } svg.sequence .answer { stroke-dasharray: 6 3; }
svg.sequence .tip, svg.sequence .dot { fill: var(--ink); }
svg.sequence .label { paint-order: stroke; stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; }
svg.sequence .quiet .label { fill: var(--soft); } svg.sequence .quiet .dot { fill: var(--soft); }
svg.sequence .denied .arrow { stroke: var(--bad); } svg.sequence .denied .tip, svg.sequence .denied .dot, svg.sequence .denied .mark,
svg.sequence .denied .label { fill: var(--bad); }
svg.sequence .breaks .arrow { stroke: var(--breaks); stroke-width: 2.6; } svg.sequence .breaks .tip { fill: var(--breaks); }
svg.sequence .breaks .label { fill: var(--breaks); font-weight: 700; }
svg.sequence .mark { font-size: 15px; font-weight: 700; } svg.sequence .breaks .mark { fill: var(--breaks); }
svg.bars { max-width: 100%; } svg.bars text { font-size: 12px; fill: var(--ink); } svg.bars .bar { fill: var(--link); }
svg.bars .told, svg.bars .mark text { fill: var(--soft); font-variant-numeric: tabular-nums; } svg.bars .mark line { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 4 3; }
footer { margin-top: 3rem; padding-top: 0.8rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.86rem; }
@media (min-width: 70rem) {
  .sheet { grid-template-columns: 11.5rem minmax(0, 1fr); grid-template-areas: "nav top" "nav main"; }
  header.top { grid-area: top; } main { grid-area: main; }
  .contents { grid-area: nav; position: sticky; top: 2.3rem; align-self: start; margin-top: 2.3rem; }
  nav ol { display: block; }
}
@media (max-width: 40rem) {
  body { font-size: 14.5px; } .sheet { padding: 0 1rem 3rem; } h1 { font-size: 1.55rem; }
  .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); } header.top { padding-top: 1.2rem; }
  th, td { padding-right: 0.7rem; } table.wide { min-width: max-content; } table.wide td, table.wide th { max-width: 18rem; }
  .stack, .stack caption, .stack tbody, .stack tr, .stack tbody th, .stack td { display: block; padding: 0; border: 0; }
  .stack caption { padding-bottom: 0.4rem; } .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); } .stack tr:first-child { border-top: 1px solid var(--soft); }
  .stack tr.group { border: 0; padding: 0.6rem 0 0.1rem; } .stack td { display: grid; grid-template-columns: 6.2rem minmax(0, 1fr); column-gap: 0.6rem; margin-top: 0.1rem; }
  .stack td::before { content: attr(data-head); color: var(--soft); font: 400 0.86rem/1.6 system-ui, sans-serif; grid-row: 1 / span 9; }
  .stack td > * { grid-column: 2; min-width: 0; } .statement { min-width: 0; }
  .stack.brief td { display: inline-block; margin-right: 0.9rem; } .stack.brief td::before { content: none; }
  .stack.brief td:nth-child(2)::before { content: attr(data-head) " "; }
  .violation { padding-inline: 0.7rem; }
}
@media print {
  :root { --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #f4f4f4; --link: #000;
    --good: #14532d; --bad: #9b1c12; --warn: #6b4200; --breaks: #73165f; --tint: #fff; color-scheme: light; }
  body { font-size: 10pt; } .sheet { display: block; max-width: none; padding: 0; } nav { display: none; }
  section { margin-top: 1.6rem; } h2, h3, caption { break-after: avoid; } tr, .violation, svg { break-inside: avoid; }
  thead { display: table-header-group; } .scroll, .figure, pre { overflow: visible; } svg { max-width: 100%; }
  pre, code { white-space: pre-wrap; }
}
`;
