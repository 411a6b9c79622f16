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
  switch (type.kind) {
    case 'handle':
      return {
        request: 'HandleId | undefined',
        response: 'HandleId',
        read: 'readHandle',
        write: (value) => `writeHandle(${value})`,
      };
    case 'integer':
      return type.bits <= 32
        ? {
            request: 'number',
            response: 'number',
            read: 'readNumber',
            write: (value) => `BigInt(${value})`,
          }
        : { request: 'bigint', response: 'bigint', read: 'readBigInt', write: (value) => value };
    case 'string':
      return { request: 'string', response: 'string', read: 'readText', write: (value) => value };
    case 'bytes':
      return {
        request: 'string',
        response: 'string',
        read: 'readBytes',
        write: (value) => `writeBytes(${value})`,
      };
    default:
      throw new Defect(`no reading for the parameter ${name} of kind ${type.kind}`);
  }
};

const isRetcode = ({ name, type }: { readonly name: string; readonly type: DataType }): boolean =>
  name === 'rc' && type.kind === 'integer';

/** The retcode is the kernel's own to write. */
const outputsOf = ({ out }: Method): readonly Parameter[] => out.filter((one) => !isRetcode(one));

const record = (fields: readonly string[]): string =>
  fields.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${fields.join(' ')} }`;

/** A method of the SDK's declarations tells its retcode; what policies name beyond them has no parameters. */
const isDeclared = ({ out }: Method): boolean => out.some(isRetcode);

/** Services that the SDK declares; other methods the kernel refuses as not implemented. */
const servicesOf = ({ endpoints }: ProcessClass) =>
  endpoints.flatMap((endpoint) =>
    endpoint.interface.methods
      .filter(isDeclared)
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

const readings = [
  'readBigInt',
  'readBytes',
  'readHandle',
  'readNumber',
  'readText',
  'writeBytes',
  'writeHandle',
] as const;

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
/* eslint-disable max-lines -- one table, made by a program */
${handleId}import type { RecordValue, Value } from '../../../model/value.ts';
import { ${used.join(', ')} } from './reading.ts';

${body}`;
};
