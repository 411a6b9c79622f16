import { explain as explainEvent, explanationText } from '../../kss/explain.ts';
import { eventOfRequest } from '../../kss/pal.ts';
import { interpret } from '../../kss/interpreter.ts';
import { parseRequest } from '../../solution/syntax/pal.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

/** `refmon explain SOLUTION 'request src=A …'`: the verdict of one event, before any other. */
export const explain = ({ solution }: Given, text: string, output: Output): Exit => {
  const file = 'the request';
  const { tree, diagnostics } = parseRequest({ file, text });
  if (tree === undefined) {
    output.tell(diagnostics, new Map([[file, text]]));
    output.sayJson({ ok: false, diagnostics: diagnostics.map(diagnosticJson) });
    return exits.fault;
  }
  const event = eventOfRequest(solution, tree);
  const explanation = explainEvent(solution, interpret(solution).initial, event);
  output.say(explanationText(explanation));
  output.sayJson(explanation);
  return exits.fine;
};
