import { Defect } from '../../../model/defect.ts';
import type { DataType, Parameter } from '../../../solution/data-type.ts';
import type { Method, ProcessClass } from '../../../solution/solution.ts';

/** How a parameter is typed, read from a request, and written into a response. */
interface Reading {
  readonly request: string;
  readonly response: string;
  readonly read: string;
  readonly write: (value: string) => string;
}

/**
 * Throws: `Defect`, for a type that no service has yet: its reading is to be written first.
 */
const readingOf = ({ name, type }: Parameter): Reading => {
  if (type.kind === 'handle') {
    return {
      request: 'HandleId | undefined',
      response: 'HandleId',
      read: 'readHandle',
      write: (value) => `writeHandle(${value})`,
    };
  }
  if (type.kind === 'integer' && type.bits <= 32) {
    return {
      request: 'number',
      response: 'number',
      read: 'readNumber',
      write: (value) => `BigInt(${value})`,
    };
  }
  throw new Defect(`no reading for the parameter ${name} of kind ${type.kind}`);
};

const isRetcode = ({ name, type }: { readonly name: string; readonly type: DataType }): boolean =>
  name === 'rc' && type.kind === 'integer';

/** The retcode is the kernel's own to write. */
const outputsOf = ({ out }: Method): readonly Parameter[] => out.filter((one) => !isRetcode(one));

const record = (fields: readonly string[]): string =>
  fields.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${fields.join(' ')} }`;

/** Services whose parameters are known; the others the kernel refuses as not implemented. */
const servicesOf = ({ endpoints }: ProcessClass) =>
  endpoints.flatMap((endpoint) =>
    endpoint.interface.methods
      .filter(({ open }) => !open)
      .map((method) => ({ name: `'${endpoint.name}.${method.name}'`, method })),
  );

const typesOf = (kernel: ProcessClass): string => {
  const requests = servicesOf(kernel).map(({ name, method }) => {
    const fields = method.in.map((one) => `readonly ${one.name}: ${readingOf(one).request};`);
    return `readonly ${name}: ${record(fields)};`;
  });
  const responses = servicesOf(kernel).map(({ name, method }) => {
    const fields = outputsOf(method).map(
      (one) => `readonly ${one.name}: ${readingOf(one).response};`,
    );
    return `readonly ${name}: ${record(fields)};`;
  });
  return `/** The request of each kernel service, by \`endpoint.Method\`. */
export interface Requests { ${requests.join('\n')} }

/** What each kernel service answers, its retcode aside. */
export interface Responses { ${responses.join('\n')} }
`;
};

const readersOf = (kernel: ProcessClass): string => {
  const readers = servicesOf(kernel).map(({ name, method }) => {
    const fields = method.in.map(
      (one) => `${one.name}: ${readingOf(one).read}(message, '${one.name}'),`,
    );
    return fields.length === 0
      ? `${name}: () => ({}),`
      : `${name}: (message) => ({ ${fields.join(' ')} }),`;
  });
  const writers = servicesOf(kernel).map(({ name, method }) => {
    const fields = outputsOf(method).map(
      (one) => `['${one.name}', ${readingOf(one).write(`outputs.${one.name}`)}]`,
    );
    return fields.length === 0
      ? `${name}: () => [],`
      : `${name}: (outputs) => [${fields.join(', ')}],`;
  });
  return `export const readRequest: {
  readonly [Name in keyof Requests]: (message: RecordValue) => Requests[Name];
} = { ${readers.join('\n')} };

export const writeResponse: {
  readonly [Name in keyof Responses]: (
    outputs: Responses[Name],
  ) => readonly (readonly [string, Value])[];
} = { ${writers.join('\n')} };
`;
};

const readings = ['readHandle', 'readNumber', 'writeHandle'] as const;

/**
 * The types and readings of every service that the kernel's class declares, as TypeScript, not yet
 * formatted. `npm run generate` writes it to generated.ts; a test says whether that is current.
 */
export const generateServices = (kernel: ProcessClass): string => {
  const body = `${typesOf(kernel)}\n${readersOf(kernel)}`;
  const used = readings.filter((name) => body.includes(`${name}(`));
  const handleId = body.includes('HandleId')
    ? "import type { HandleId } from '../../../model/ids.ts';\n"
    : '';
  return `// Generated from the SDK's IDL by \`npm run generate\`; a test says whether it is current.
${handleId}import type { RecordValue, Value } from '../../../model/value.ts';
import { ${used.join(', ')} } from './reading.ts';

${body}`;
};
