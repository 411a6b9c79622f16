/**
 * Quota: so many calls for each SID.
 *
 * A security model of one's own. `use shop.quota._` brings it; its form is that of spec/own-model.md.
 * Only what the policy says counts here: no file, clock or chance, or a run could not be repeated.
 */

const dictionary = (fields) => ({ kind: 'dictionary', fields: new Map(Object.entries(fields)) });
const sid = { kind: 'sid' };
const integer = { kind: 'integer' };

/** The `limit` of `config = { limit : 3 }`; absent if it is not written so. */
const findLimit = ({ parameters }) => {
  const [parameter, ...others] = parameters;
  if (parameter?.kind !== 'config' || others.length > 0) return undefined;
  if (parameter.value.kind !== 'dictionary') return undefined;
  const [entry, ...more] = parameter.value.entries;
  const isLimit = entry?.key.text === 'limit' && entry.value.kind === 'integer';
  return isLimit && more.length === 0 && entry.value.value >= 0n ? entry.value.value : undefined;
};

const check = (object) =>
  findLimit(object) === undefined
    ? [{ at: object.at, message: 'a Quota has one parameter: config = { limit : N }' }]
    : [];

/** How often each SID has taken: a Map that is never changed in place. */
const takenBy = (state, who) => state.get(who) ?? 0n;

const methods = new Map([
  ['take', { argument: () => dictionary({ sid }), yields: 'rule' }],
  ['left', { argument: () => dictionary({ sid }), yields: () => integer }],
]);

export const model = {
  name: 'Quota',
  package: 'shop.quota',
  implicitObject: undefined,
  methods,
  check,
  /** No conditions of its own in audit profiles. */
  audit: [],
  initial: () => new Map(),
  rule: (object, state, _method, argument) => {
    const who = argument.fields.get('sid');
    const taken = takenBy(state, who);
    return taken < findLimit(object)
      ? { kind: 'granted', next: new Map(state).set(who, taken + 1n) }
      : { kind: 'denied', why: `SID ${who} has taken ${taken} times` };
  },
  expression: (object, state, _method, argument) => ({
    kind: 'value',
    value: findLimit(object) - takenBy(state, argument.fields.get('sid')),
  }),
  release: (state, gone) => {
    if (!state.has(BigInt(gone))) return state;
    const next = new Map(state);
    next.delete(BigInt(gone));
    return next;
  },
  /** Equal states must write the same. */
  encode: (state, writer) => {
    writer.word(state.size);
    for (const [who, taken] of [...state].sort(([left], [right]) => Number(left - right))) {
      writer.text(`${who} ${taken}`);
    }
  },
  describe: (state) =>
    Object.fromEntries([...state].map(([who, taken]) => [String(who), Number(taken)])),
};
