import type { Architecture } from '../../arch/document/architectures.ts';
import type { WalkCode } from '../../arch/document/codes.ts';
import type { Complaint } from '../../arch/document/fields.ts';
import { sortDiagnostics } from '../../model/diagnostic.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { findJsonFault } from '../../simulator/json-fault.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { pathsUp, placesOf } from '../json-places.ts';
import type { Output } from '../output.ts';
import { standardInput } from '../read-standard-input.ts';
import { refuse } from '../with-solution.ts';

/** Makes diagnostics of a text, whose places are offsets in it. */
const diagnosing = (text: string) => {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return (code: WalkCode, offset: number, message: string): Diagnostic => {
    const line = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[line] ?? 0) + 1;
    const place = { line: line + 1, column, endLine: line + 1, endColumn: column + 1 };
    return { code, severity: 'error', at: { file: standardInput, ...place }, message };
  };
};

/** What is wrong with a document, each at the value it is about, or at what it is missing from. */
const diagnosticsOf = (text: string, complaints: readonly Complaint[]): readonly Diagnostic[] => {
  const diagnose = diagnosing(text);
  const places = placesOf(
    text,
    complaints.flatMap(({ path }) => pathsUp(path)),
  );
  return sortDiagnostics(
    complaints.map(({ code, path, message }) => {
      const found = pathsUp(path).find((one) => places.has(one)) ?? '';
      return diagnose(code, places.get(found) ?? 0, path === '' ? message : `${path}: ${message}`);
    }),
  );
};

const refuseText = (text: string, diagnostics: readonly Diagnostic[], output: Output): Exit =>
  refuse(output, diagnostics, new Map([[standardInput, text]]));

/** `refmon walk ARCH`: page tables, or a TLB, and accesses in, translations or faults out, as one JSON document. */
export const walk = (architecture: Architecture, text: string, output: Output): Exit => {
  const fault = findJsonFault(text);
  if (fault !== undefined) {
    const code = fault.kind === 'tooDeep' ? 'WLK-002' : 'WLK-001';
    return refuseText(text, [diagnosing(text)(code, fault.at, fault.why)], output);
  }
  const json: unknown = JSON.parse(text);
  const answered = architecture.answer(json);
  if (answered.kind === 'unreadable') {
    return refuseText(text, diagnosticsOf(text, answered.complaints), output);
  }
  const { document } = answered;
  output.sayJson(document);
  output.say(JSON.stringify(document));
  return exits.fine;
};
