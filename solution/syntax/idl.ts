import type { Source } from '../source.ts';
import { constant } from './constant.ts';
import { Cursor } from './cursor.ts';
import type { Parsed } from './cursor.ts';
import type { Token } from './scanner.ts';
import type {
  FieldTree,
  IdlDeclaration,
  IdlFile,
  InterfaceTree,
  MethodTree,
  ParameterTree,
  TypeTree,
} from './tree/idl.ts';
import type { Name } from './tree/name.ts';

const sized = ['string', 'bytes'] as const;
const repeated = ['array', 'sequence'] as const;

const composite = (cursor: Cursor, kind: 'array' | 'sequence'): TypeTree => {
  const start = cursor.take();
  cursor.expect('<');
  const element = type(cursor);
  cursor.expect(',');
  const size = constant(cursor);
  cursor.expect('>');
  return { kind, element, size, at: cursor.since(start) };
};

const typeHere = (cursor: Cursor): TypeTree => {
  const start = cursor.token;
  const isGeneric = cursor.isSymbol('<', 1);
  const size = isGeneric ? sized.find((word) => cursor.isWord(word)) : undefined;
  if (size !== undefined) {
    cursor.take();
    cursor.take();
    const length = constant(cursor);
    cursor.expect('>');
    return { kind: size, size: length, at: cursor.since(start) };
  }
  const repeat = isGeneric ? repeated.find((word) => cursor.isWord(word)) : undefined;
  if (repeat !== undefined) return composite(cursor, repeat);
  if (isGeneric && cursor.isWord('handle')) {
    cursor.take();
    cursor.take();
    const name = cursor.dotted('an interface');
    cursor.expect('>');
    return { kind: 'handleOf', interface: name, at: cursor.since(start) };
  }
  return { kind: 'named', name: cursor.name('a type'), at: cursor.since(start) };
};

const type = (cursor: Cursor): TypeTree =>
  cursor.nested(
    () => typeHere(cursor),
    () => {
      const at = cursor.spanOf(cursor.token);
      return { kind: 'named', name: { text: '', at }, at };
    },
  );

const fields = (cursor: Cursor): readonly FieldTree[] => {
  const found: FieldTree[] = [];
  cursor.expect('{');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    const fieldType = type(cursor);
    found.push({ type: fieldType, name: cursor.name('a field name') });
    cursor.expect(';');
  }
  cursor.expect('}');
  cursor.skip(';');
  return found;
};

const declaration = (cursor: Cursor, start: Token): IdlDeclaration => {
  cursor.take();
  if (start.text === 'const') {
    const constType = cursor.name('an integer type');
    const name = cursor.name('the name of a constant');
    cursor.expect('=');
    const value = constant(cursor);
    cursor.expect(';');
    return { kind: 'const', name, type: constType, value, at: cursor.since(start) };
  }
  if (start.text === 'typedef') {
    const aliased = type(cursor);
    const name = cursor.name('the name of a type');
    cursor.expect(';');
    return { kind: 'typedef', name, type: aliased, at: cursor.since(start) };
  }
  const name = cursor.name('the name of a type');
  const kind = start.text === 'union' ? 'union' : 'struct';
  return { kind, name, fields: fields(cursor), at: cursor.since(start) };
};

const directions = ['in', 'out', 'error'] as const;

const parameter = (cursor: Cursor): ParameterTree => {
  const direction = directions.find((word) => cursor.isWord(word));
  if (direction === undefined) cursor.expected('in, out or error');
  else cursor.take();
  const parameterType = type(cursor);
  const name = cursor.name('the name of a parameter');
  return { direction: direction ?? 'in', type: parameterType, name };
};

const method = (cursor: Cursor): MethodTree => {
  const start = cursor.token;
  const name = cursor.name('the name of a method');
  const parameters: ParameterTree[] = [];
  cursor.expect('(');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol(')')) {
    parameters.push(parameter(cursor));
    if (!cursor.skip(',')) break;
  }
  cursor.expect(')');
  cursor.expect(';');
  return { name, parameters, at: cursor.since(start) };
};

const interfaceHere = (cursor: Cursor): InterfaceTree => {
  const start = cursor.take();
  const methods: MethodTree[] = [];
  cursor.expect('{');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) methods.push(method(cursor));
  cursor.expect('}');
  cursor.skip(';');
  return { methods, at: cursor.since(start) };
};

const declares = ['const', 'typedef', 'struct', 'union'] as const;

const startsDeclaration = (cursor: Cursor): boolean =>
  cursor.isWord('interface') ||
  cursor.isWord('import') ||
  declares.some((word) => cursor.isWord(word));

const skipSemicolon = (cursor: Cursor): void => {
  const sign = cursor.token;
  if (cursor.skip(';')) cursor.odd(sign, 'package and import have no semicolon');
};

const packageName = (cursor: Cursor): Name => {
  if (!cursor.skipWord('package')) cursor.expected('"package"');
  const name = cursor.dotted('the name of a package');
  skipSemicolon(cursor);
  return name;
};

interface Found {
  readonly imports: Name[];
  readonly declarations: IdlDeclaration[];
  interface: InterfaceTree | undefined;
}

const construct = (cursor: Cursor, found: Found): void => {
  const start = cursor.token;
  if (cursor.isWord('import')) {
    cursor.take();
    found.imports.push(cursor.dotted('the name of a package'));
    skipSemicolon(cursor);
  } else if (cursor.isWord('interface')) {
    if (found.interface !== undefined) {
      cursor.fault('SYN-008', start, 'a second interface: one file has one at most');
    }
    found.interface = interfaceHere(cursor);
  } else if (declares.some((word) => cursor.isWord(word))) {
    found.declarations.push(declaration(cursor, start));
  } else {
    cursor.expected('a declaration');
    cursor.take();
  }
};

/** Reads one IDL file; several faults are told, each once. */
export const parseIdl = (source: Source): Parsed<IdlFile> => {
  const cursor = new Cursor(source);
  const name = packageName(cursor);
  const found: Found = { imports: [], declarations: [], interface: undefined };
  if (cursor.lost) cursor.recover(startsDeclaration);
  while (!cursor.atEnd) {
    construct(cursor, found);
    if (cursor.lost) cursor.recover(startsDeclaration);
  }
  const tree: IdlFile = { file: source.file, package: name, ...found };
  return { tree: name.text === '' ? undefined : tree, diagnostics: cursor.diagnostics };
};
