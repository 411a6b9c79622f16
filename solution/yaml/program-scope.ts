import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EventKind } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import { lendFunction } from '../automaton.ts';
import type { DeviceFeature } from '../automaton.ts';
import type { DataType } from '../data-type.ts';
import { devicesVariable } from '../device-reads.ts';
import type { Environment, MessageShape } from '../link/environment.ts';
import { elsewhereOf, messageTypeOf } from '../link/reach.ts';
import { makeReport } from '../link/report.ts';
import { pslTypeOf, unknownType, unsignedType } from '../link/types.ts';
import type { PslType } from '../psl-type.ts';
import type { Channel, Method, Process } from '../solution.ts';
import type { Call } from '../syntax/tree/expression.ts';
import { checkEntries } from './check-entries.ts';
import type { YamlCode } from './codes.ts';
import type { Known } from './link-objectives.ts';
import type { DeviceText } from './program-devices.ts';

/** What `message` can be where an expression stands. */
export type Shapes = ReturnType<Environment['message']>;

export type Keep = (diagnostics: readonly Diagnostic[]) => void;

/** What the steps of one program are checked against. */
export interface Linking {
  readonly known: Known;
  readonly channels: readonly Channel[];
  readonly process: Process;
  /** The names under which some branch of the program keeps something. */
  readonly kept: readonly string[];
  /** What the program calls devices. */
  readonly devices: readonly DeviceText[];
  readonly keep: Keep;
}

export const complain = (
  { keep }: Linking,
  code: YamlCode,
  at: Span,
  message: string,
  more: Partial<Diagnostic> = {},
): void => {
  keep([{ code, severity: 'error', at, message, ...more }]);
};

/** Handles are the program's own: it reads no SID of them. */
const asHeld = (type: PslType): PslType => {
  switch (type.kind) {
    case 'handle':
      return { kind: 'localHandle' };
    case 'dictionary':
      return {
        kind: 'dictionary',
        fields: new Map([...type.fields].map(([name, field]) => [name, asHeld(field)])),
      };
    case 'list':
      return { kind: 'list', element: asHeld(type.element) };
    default:
      return type;
  }
};

/** What an IDL type is to a program. */
export const heldTypeOf = (type: DataType): PslType => asHeld(pslTypeOf(type));

/** The message of a method that an event of some kind carries. */
export const shapeOf = (method: Method, kind: EventKind): MessageShape => {
  const { parameters, open } = messageTypeOf(method, kind);
  return {
    name: `the ${kind} of ${method.name}`,
    parameters: new Map(parameters.map(({ name, type }) => [name, heldTypeOf(type)])),
    elsewhere: elsewhereOf(method, kind),
    open,
  };
};

const lendTypes: ReadonlyMap<string, PslType> = new Map<string, PslType>([
  ['handle', { kind: 'localHandle' }],
  ['rights', unsignedType(32)],
  ['badge', { kind: 'localHandle' }],
]);

/** `lend { handle : kept.file, rights : 0x10002, badge : kept.badge }`; all but the handle may be omitted. */
const checkLend = ({ argument, at }: Call, environment: Environment): PslType => {
  checkEntries(lendFunction, argument, { types: lendTypes, needed: ['handle'] }, at, environment);
  return { kind: 'localHandle' };
};

/** What is known of every device before the machine is. */
const deviceType: PslType = {
  kind: 'dictionary',
  fields: new Map<DeviceFeature, PslType>([
    ['registers', unsignedType(64)],
    ['size', unsignedType(64)],
    ['line', unsignedType(32)],
    ['port', unsignedType(16)],
    ['ports', unsignedType(16)],
    ['number', unsignedType(32)],
  ]),
};

const devicesType = ({ devices }: Linking): PslType => ({
  kind: 'dictionary',
  fields: new Map(devices.map(({ name }) => [name, deviceType])),
});

/** Does the process serve a connection? Then it has a listener. */
const hasListener = ({ channels, process }: Linking): boolean =>
  channels.some(({ server }) => server === process.id);

/** Expressions of programs see the message, what was kept, the listener and devices: no SID and no policy object. */
export const environmentFor = (
  linking: Linking,
  report: Environment['report'],
  message: Shapes,
): Environment => ({
  message: () => message,
  variables: new Map<string, PslType>([
    ['message', unknownType],
    [
      'kept',
      { kind: 'dictionary', fields: new Map(linking.kept.map((name) => [name, unknownType])) },
    ],
    ...(linking.devices.length === 0 ? [] : [[devicesVariable, devicesType(linking)] as const]),
    ...(hasListener(linking) ? [['listener', { kind: 'localHandle' }] as const] : []),
  ]),
  objects: new Map(),
  broken: new Set(),
  report,
  yieldOf: (call, environment) => {
    if (call.object === undefined && call.method.text === lendFunction)
      return checkLend(call, environment);
    report.error('PSL-008', call.at, 'programs call no methods of policy objects');
    return unknownType;
  },
  needBasic: () => undefined,
});

/** Faults within expressions are told under the program's own code. */
export const told = (
  linking: Linking,
  code: YamlCode,
  work: (report: Environment['report']) => void,
): void => {
  const report = makeReport();
  work(report);
  for (const { at, message, hint, related } of report.diagnostics()) {
    complain(linking, code, at, message, {
      ...(hint === undefined ? {} : { hint }),
      ...(related === undefined ? {} : { related }),
    });
  }
};
