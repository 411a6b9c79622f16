/** A parameter of a method, as the IDL declares it. */
export interface IdlParameter {
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly name: string;
}

/** A method of an interface, with the comment that stands right before it. */
export interface IdlMethod {
  readonly name: string;
  readonly purpose: string | undefined;
  readonly signature: string;
  readonly parameters: readonly IdlParameter[];
}

/** An interface of the SDK, with its comments, which the parser of the language drops. */
export interface IdlInterface {
  readonly name: string;
  readonly purpose: string;
  readonly methods: readonly IdlMethod[];
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ');

const parametersOf = (list: string): readonly IdlParameter[] =>
  [...list.matchAll(/\b(in|out)\s+([^,]+?)\s+(\w+)\s*(?:,|$)/gu)].map(
    ([, direction = '', type = '', name = '']) => ({
      direction: direction === 'in' ? 'in' : 'out',
      type: oneLine(type),
      name,
    }),
  );

/** A comment and the method right after it, or a method alone. */
const method = /(?:\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n\s*)?\b(\w+)\s*\(([^()]*)\)\s*;/gu;

const methodsOf = (body: string): readonly IdlMethod[] =>
  [...body.matchAll(method)].map(([, comment, name = '', list = '']) => ({
    name,
    purpose: comment === undefined ? undefined : oneLine(comment),
    signature: `${name}(${oneLine(list)});`,
    parameters: parametersOf(list),
  }));

/** Reads the text of an interface of the SDK: a package, a comment, and methods with comments. */
export const readIdl = (text: string): IdlInterface => {
  const [head = '', body = ''] = text.split(/^interface\s*\{/mu);
  const [, name = ''] = /^package\s+([\w.]+)/mu.exec(head) ?? [];
  const [, purpose = ''] = /\/\*([\s\S]*?)\*\/\s*$/u.exec(head) ?? [];
  return { name, purpose: oneLine(purpose), methods: methodsOf(body) };
};
