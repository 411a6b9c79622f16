import type { MethodSignature } from '../../solution/catalogue.ts';
import { securityModels } from '../catalogue.ts';
import type { AnyModel, SecurityModel } from '../security-model.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** Functions that every model has, and those that it may have. */
const demanded = ['check', 'initial', 'rule', 'expression', 'release', 'encode', 'describe'];
const optional = ['fitsCase', 'omits'];

const isMethod = (value: unknown): value is MethodSignature =>
  isObject(value) &&
  isFunction(value['argument']) &&
  (value['yields'] === 'rule' || isFunction(value['yields'])) &&
  [value['checkArgument'], value['checkCase']].every(
    (one) => one === undefined || isFunction(one),
  ) &&
  (value['stands'] === undefined || value['stands'] === 'beforeCases');

const isCondition = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['key'] === 'string' &&
  (value['presence'] === 'optional' || value['presence'] === 'required') &&
  isFunction(value['values']);

const methodFaults = (methods: unknown): readonly string[] => {
  if (!(methods instanceof Map)) return ['"methods" is not a Map'];
  return [...(methods as ReadonlyMap<unknown, unknown>)].flatMap(([name, method]) =>
    typeof name === 'string' && /^[a-z]\w*$/.test(name) && isMethod(method)
      ? []
      : [`the method "${String(name)}" is not { argument, yields }`],
  );
};

const nameFaults = ({ name, package: brings, implicitObject }: Fields): readonly string[] => [
  ...(typeof name === 'string' && /^[A-Z]\w*$/.test(name)
    ? []
    : ['"name" is not a text that begins with a capital letter']),
  ...(typeof brings === 'string' && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(brings)
    ? []
    : ['"package" is not a dotted name, such as "my.pack"']),
  ...(implicitObject === undefined ||
  (typeof implicitObject === 'string' && /^[a-z]\w*$/.test(implicitObject))
    ? []
    : ['"implicitObject" is not the name of an object']),
];

const functionFaults = (model: Fields): readonly string[] => [
  ...demanded.filter((name) => !isFunction(model[name])).map((name) => `"${name}" is no function`),
  ...optional
    .filter((name) => model[name] !== undefined && !isFunction(model[name]))
    .map((name) => `"${name}" is no function`),
];

const auditFaults = ({ audit }: Fields): readonly string[] =>
  audit === undefined || (Array.isArray(audit) && audit.every(isCondition))
    ? []
    : ['"audit" is not a list of { key, presence, values }'];

/** What keeps a value from being a security model; empty if nothing. */
export const shapeFaults = (value: unknown): readonly string[] =>
  isObject(value)
    ? [
        ...nameFaults(value),
        ...methodFaults(value['methods']),
        ...functionFaults(value),
        ...auditFaults(value),
      ]
    : ['it is no object'];

/** Is it a security model, as far as can be seen before it is asked? What it answers is not. */
export const isModel = (value: unknown): value is SecurityModel<unknown> =>
  shapeFaults(value).length === 0;

/** What keeps a model from standing beside others; empty if nothing. */
export const clashFaults = (
  { name, package: brings, implicitObject }: SecurityModel<unknown>,
  beside: ReadonlyMap<string, AnyModel>,
): readonly string[] => {
  const rival = [...beside.values()].find(
    (other) => implicitObject !== undefined && other.implicitObject === implicitObject,
  );
  const owner = [...securityModels.values()].find((other) => other.package === brings);
  return [
    ...(beside.has(name) ? [`there is a security model "${name}" already`] : []),
    ...(rival === undefined
      ? []
      : [`the model ${rival.name} declares the object "${implicitObject ?? ''}" itself`]),
    ...(owner === undefined ? [] : [`the package "${brings}" is that of the model ${owner.name}`]),
  ];
};
