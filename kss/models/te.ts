import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { Writer } from '../../model/writer.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { sidType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { failed, yielded } from '../security-model.ts';
import type { SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { entryOf, fault, onceForEach } from './configuration.ts';
import { dictionary, either } from './stateless.ts';
import { ruleOfTe, teReasons, withLabel } from './te-rules.ts';
import type { Labels } from './te-rules.ts';
import { checkTe, teTablesOf } from './te-tables.ts';

/** The names that arguments may write, of an object without faults. */
const namesOf = onceForEach((object) => {
  const { types, classes } = teTablesOf(object);
  const permissions = new Set(classes.flatMap(({ bits }) => [...bits.keys()]));
  const type: PslType = { kind: 'literals', values: types };
  return {
    type,
    /** What need not have an SID may be given as a type. */
    party: either(sidType, type),
    class: { kind: 'literals', values: classes.map(({ name }) => name) } satisfies PslType,
    permission: { kind: 'literals', values: [...permissions] } satisfies PslType,
  };
});

type Names = ReturnType<typeof namesOf>;

/** A permission must be one of a class. */
const faultsIn = (
  object: PolicyObject,
  ofClass: string,
  permission: string,
  at: Expression['at'],
): readonly ConfigurationFault[] => {
  const { classes, classNumbers } = teTablesOf(object);
  const number = classNumbers.get(ofClass);
  // A class or a permission that the object has not at all is told of by its type.
  const isKnown = permission === 'create' || classes.some(({ bits }) => bits.has(permission));
  if (number === undefined || !isKnown) return [];
  return classes[number]?.bits.has(permission) === true
    ? []
    : [fault(at, `the class "${ofClass}" has no permission "${permission}"`)];
};

const checkPermission: MethodSignature['checkArgument'] = (object, argument) => {
  const [ofClass, permission] = [entryOf(argument, 'class'), entryOf(argument, 'permission')];
  return ofClass?.kind === 'text' && permission?.kind === 'text'
    ? faultsIn(object, ofClass.value, permission.value, permission.at)
    : [];
};

const checkCreate: MethodSignature['checkArgument'] = (object, argument) => {
  const ofClass = entryOf(argument, 'class');
  return ofClass?.kind === 'text' ? faultsIn(object, ofClass.value, 'create', ofClass.at) : [];
};

/** What `transition` asks for must be there to be asked for. */
const checkTransition: MethodSignature['checkArgument'] = (object, { at }) => {
  const { classes, classNumbers } = teTablesOf(object);
  const needed = [
    ['process', 'transition'],
    ['file', 'execute'],
    ['file', 'entrypoint'],
    ['file', 'execute_no_trans'],
  ] as const;
  return needed
    .filter(([name, permission]) => {
      const number = classNumbers.get(name);
      return number === undefined || classes[number]?.bits.has(permission) !== true;
    })
    .map(([name, permission]) =>
      fault(at, `transition asks for a class "${name}" with the permission "${permission}"`),
    );
};

const rule = (
  fields: (names: Names) => Readonly<Record<string, PslType>>,
  checkArgument?: NonNullable<MethodSignature['checkArgument']>,
): MethodSignature => ({
  argument: (object) => dictionary(fields(namesOf(object))),
  yields: 'rule',
  ...(checkArgument === undefined ? {} : { checkArgument }),
});

const methods: ReadonlyMap<string, MethodSignature> = new Map<string, MethodSignature>([
  ['label', rule(({ type }) => ({ sid: sidType, type }))],
  ['release', rule(() => ({ sid: sidType }))],
  [
    'create',
    rule(
      (names) => ({
        source: sidType,
        parent: names.party,
        target: sidType,
        class: names.class,
      }),
      checkCreate,
    ),
  ],
  [
    'transition',
    rule(({ party }) => ({ source: sidType, image: party, target: sidType }), checkTransition),
  ],
  [
    'check',
    rule(
      (names) => ({
        source: sidType,
        target: names.party,
        class: names.class,
        permission: names.permission,
      }),
      checkPermission,
    ),
  ],
  [
    'query_type',
    {
      argument: () => dictionary({ sid: sidType }),
      yields: (object) => namesOf(object).type,
    },
  ],
]);

const queryType = (object: PolicyObject, labels: Labels, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'sid'));
  const type = sid === undefined ? undefined : labels.get(sid);
  const name = type === undefined ? undefined : teTablesOf(object).types[type];
  return name === undefined ? failed(teReasons.noLabel) : yielded(name);
};

const ascending = (labels: Labels): readonly (readonly [number, number])[] =>
  [...labels].sort(([left], [right]) => left - right);

const encode = (labels: Labels, writer: Writer): void => {
  writer.word(labels.size);
  for (const [sid, type] of ascending(labels)) {
    writer.word(sid);
    writer.word(type);
  }
};

/**
 * Te: type enforcement; a type for each subject and object, and a table of what types may do.
 *
 * Source: SELinux Notebook, "Type Enforcement"; spec/models/te.md.
 */
export const te: SecurityModel<Labels> = {
  name: 'Te',
  package: 'nk.te',
  implicitObject: undefined,
  methods,
  check: checkTe,
  audit: [],
  initial: () => new Map(),
  rule: (object, labels, method, argument) =>
    ruleOfTe(teTablesOf(object), labels, method, argument),
  expression: (object, labels, _method, argument) => queryType(object, labels, argument),
  release: (labels, sid: Sid) => (labels.has(sid) ? withLabel(labels, sid, undefined) : labels),
  encode,
  describe: (labels, object) => {
    const { types } = teTablesOf(object);
    return Object.fromEntries(ascending(labels).map(([sid, type]) => [sid, types[type]]));
  },
};
