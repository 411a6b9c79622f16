import type { Sid } from '../../model/ids.ts';
import type { Writer } from '../../model/writer.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { booleanType, integerType, sidType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { SecurityModel } from '../security-model.ts';
import { entryOf, fault, findInteger, onceForEach } from './configuration.ts';
import { dictionary, either, listOf, rule } from './stateless.ts';
import { checkTemporal, temporalOf } from './temporal-configuration.ts';
import { holdsNow } from './temporal-memory.ts';
import type { Memory } from './temporal-memory.ts';
import { ruleOfTemporal, withHistory, yieldOfTemporal } from './temporal-rules.ts';
import type { Histories } from './temporal-rules.ts';

/** What arguments may write, of an object without faults. */
const namesOf = onceForEach((object) => {
  const { atoms, formulas } = temporalOf(object);
  const atom: PslType = { kind: 'literals', values: atoms };
  const all = dictionary(Object.fromEntries(atoms.map((name) => [name, booleanType])));
  return {
    atoms: either(listOf(atom), all),
    formula: { kind: 'literals', values: [...formulas.keys()] } satisfies PslType,
  };
});

type Parts = Readonly<Record<string, PslType>>;
type Argument = (names: ReturnType<typeof namesOf>) => Parts;

const argument =
  (parts: Argument): MethodSignature['argument'] =>
  (object) =>
    dictionary({ sid: sidType, ...parts(namesOf(object)) });

const withStep: Argument = ({ atoms }) => ({ atoms });
const withFormula: Argument = ({ formula }) => ({ formula });
const withBoth: Argument = ({ atoms, formula }) => ({ atoms, formula });

const checkTicks = (_object: PolicyObject, given: Expression): readonly ConfigurationFault[] => {
  const by = entryOf(given, 'by');
  return by !== undefined && (findInteger(by) ?? 0n) < 0n
    ? [fault(by.at, 'time does not run backwards: an integer from 0 on is asked for')]
    : [];
};

const bySid = dictionary({ sid: sidType });

const methods = new Map<string, MethodSignature>([
  ['init', rule(bySid)],
  ['fini', rule(bySid)],
  ['note', { argument: argument(withStep), yields: 'rule' }],
  ['tick', { ...rule(dictionary({ sid: sidType, by: integerType })), checkArgument: checkTicks }],
  ['tick_all', { ...rule(dictionary({ by: integerType })), checkArgument: checkTicks }],
  ['require', { argument: argument(withFormula), yields: 'rule' }],
  ['note_if_held', { argument: argument(withBoth), yields: 'rule' }],
  ['note_if_holds', { argument: argument(withBoth), yields: 'rule' }],
  ['holds', { argument: argument(withFormula), yields: () => booleanType }],
  ['would_hold', { argument: argument(withBoth), yields: () => booleanType }],
]);

const ascending = (histories: Histories): readonly (readonly [number, Memory])[] =>
  [...histories].sort(([left], [right]) => left - right);

/** All memories of an object have the same number of words. */
const encode = (histories: Histories, writer: Writer): void => {
  writer.word(histories.size);
  for (const [sid, memory] of ascending(histories)) {
    writer.word(sid);
    writer.word(memory.length);
    for (const word of memory) writer.word(word);
  }
};

const describe = (histories: Histories, object: PolicyObject): unknown => {
  const { atoms, formulas, atomWords } = temporalOf(object);
  const holds = (memory: Memory, number: number): boolean =>
    (((memory[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  return Object.fromEntries(
    ascending(histories).map(([sid, memory]) => [
      sid,
      {
        atoms: atoms.filter((_, number) => holds(memory, number)),
        formulas: Object.fromEntries(
          [...formulas].map(([name, formula]) => [name, holdsNow(formula, memory)]),
        ),
        // What was kept of the past: two states that differ are seen to.
        memory: memory.slice(atomWords),
      },
    ]),
  );
};

/**
 * Temporal: past-time linear temporal logic over a history for each SID, in constant memory.
 *
 * Source: K. Havelund and G. Roşu, "Synthesizing monitors for safety properties" (2002);
 *         spec/models/temporal.md.
 */
export const temporal: SecurityModel<Histories> = {
  name: 'Temporal',
  package: 'nk.temporal',
  implicitObject: undefined,
  methods,
  check: checkTemporal,
  audit: [],
  initial: () => new Map(),
  rule: ruleOfTemporal,
  expression: yieldOfTemporal,
  release: (histories, sid: Sid) =>
    histories.has(sid) ? withHistory(histories, sid, undefined) : histories,
  encode,
  describe,
};
