import { counted, enumerated, many, withFile } from './shape.ts';
import type { Shape } from './shape.ts';

const idl = (name: string, text: (bytes: number) => string): Shape => ({
  name: `idl: ${name}`,
  make: (bytes) => withFile('t/Ping.idl', `package t.Ping\n${text(bytes)}`),
});

/** Interfaces of many and of deep declarations. */
export const idlShapes: readonly Shape[] = [
  ...['{', '<', '(', 'array<', 'struct ', ';', 'a', '/*', '9'].map((piece) =>
    idl(`many ${piece}`, (bytes) => many(bytes, piece)),
  ),
  idl('constants', (bytes) =>
    counted(bytes, (index) => `const UInt32 A${String(index)} = ${String(index)};\n`),
  ),
  idl('constants in reverse', (bytes) =>
    counted(bytes, (index) => `const UInt32 A${String(index)} = A${String(index + 1)} + 1;\n`),
  ),
  idl('constants of an unknown one', (bytes) =>
    counted(bytes, (index) => `const UInt32 A${String(index)} = B${String(index)};\n`),
  ),
  idl('typedefs in reverse', (bytes) =>
    counted(bytes, (index) => `typedef A${String(index + 1)} A${String(index)};\n`),
  ),
  idl(
    'typedefs in order',
    (bytes) =>
      `typedef UInt8 A0;\n${counted(bytes, (index) => `typedef A${String(index)} A${String(index + 1)};\n`)}`,
  ),
  idl('deep typedefs in reverse', (bytes) =>
    counted(
      bytes,
      (index) =>
        `typedef ${'sequence<'.repeat(95)}A${String(index + 1)}${', 1>'.repeat(95)} A${String(index)};\n`,
    ),
  ),
  idl('deep constants in reverse', (bytes) =>
    counted(
      bytes,
      (index) => `const UInt32 A${String(index)} = ${'-'.repeat(180)}A${String(index + 1)};\n`,
    ),
  ),
  idl('long constants in reverse', (bytes) =>
    counted(
      bytes,
      (index) => `const UInt32 A${String(index)} = A${String(index + 1)}${' + 1'.repeat(190)};\n`,
    ),
  ),
  idl('deep and long constants', (bytes) =>
    counted(
      bytes,
      (index) =>
        `const UInt32 A${String(index)} = ${'('.repeat(150)}1${`${' + 1'.repeat(190)})`.repeat(150)};\n`,
    ),
  ),
  idl('structs in reverse', (bytes) =>
    counted(
      bytes,
      (index) => `struct A${String(index)} { A${String(index + 1)} a; A${String(index + 1)} b; }\n`,
    ),
  ),
  idl(
    'structs in order',
    (bytes) =>
      `typedef UInt8 A0;\n${counted(bytes, (index) => `struct A${String(index + 1)} { A${String(index)} a; A${String(index)} b; }\n`)}`,
  ),
  idl(
    'struct of many fields',
    (bytes) => `struct S {\n${counted(bytes, (index) => `UInt8 a${String(index)};\n`)}}\n`,
  ),
  idl('struct of one field over and over', (bytes) => `struct S {\n${many(bytes, 'UInt8 a; ')}}\n`),
  idl(
    'types that are not there',
    (bytes) =>
      `interface {\n${counted(bytes, (index) => `M${String(index)}(in X${String(index)} x);\n`)}}\n`,
  ),
  idl(
    'types, and others that are not there',
    (bytes) =>
      `${counted(bytes / 2, (index) => `typedef UInt8 A${String(index)};\n`)}interface {\n${counted(bytes / 2, (index) => `M${String(index)}(in B${String(index)} x);\n`)}}\n`,
  ),
  idl(
    'methods',
    (bytes) =>
      `interface {\n${counted(bytes, (index) => `M${String(index)}(in UInt8 x, out UInt8 y);\n`)}}\n`,
  ),
  idl(
    'parameters',
    (bytes) => `interface { M(${enumerated(bytes, (index) => `in UInt8 x${String(index)}`)}); }\n`,
  ),
  idl('imports', (bytes) => counted(bytes, (index) => `import x.Y${String(index)}\n`)),
  idl('large sizes', (bytes) =>
    counted(
      bytes,
      (index) =>
        `const UInt64 A${String(index)} = ${Array.from({ length: 100 }, () => '2 ** 255').join(' * ')};\n`,
    ),
  ),
];
