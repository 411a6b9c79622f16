// @ts-check
/** PSL as generate.mjs writes it, for chevrotain: a parser with embedded actions that builds a tree. */

const keywords = [
  'use', 'EDL', 'policy', 'object', 'type', 'config', 'match', 'choice', 'assert', 'sequence',
  'request', 'response', 'error', 'security', 'execute', 'src', 'dst', 'component', 'endpoint',
  'interface', 'method', 'grant', 'deny', 'any', 'true', 'false',
]; // prettier-ignore

const symbols = {
  Implies: '~>', And: '&&', Or: '||', Equal: '==', Unequal: '!=', AtMost: '<=', AtLeast: '>=',
  Less: '<', Greater: '>', Open: '{', Close: '}', Left: '(', Right: ')', From: '[', To: ']',
  Colon: ':', Comma: ',', Dot: '.', Is: '=', Bar: '|', Plus: '+', Minus: '-', Times: '*', Not: '!',
  Tilde: '~',
}; // prettier-ignore

/** @type {(chevrotain: any) => { all: any[], word: any, of: Record<string, any>, number: any, text: any }} */
const makeTokens = ({ createToken, Lexer }) => {
  const word = createToken({ name: 'Word', pattern: /[A-Za-z_][A-Za-z0-9_]*/ });
  /** @type {Record<string, any>} */
  const of = {};
  // Keywords are names wherever a name is expected: they are of the category of words.
  for (const text of keywords) {
    of[text] = createToken({
      name: `Word_${text}`,
      pattern: text,
      longer_alt: word,
      categories: [word],
    });
  }
  of['_'] = createToken({ name: 'Underscore', pattern: '_', longer_alt: word, categories: [word] });
  for (const [name, text] of Object.entries(symbols))
    of[name] = createToken({ name, pattern: text });
  const number = createToken({ name: 'Integer', pattern: /0[xX][0-9a-fA-F]+|[0-9]+/ });
  const text = createToken({ name: 'Text', pattern: /"[^"\\\n]*"/ });
  const blank = createToken({
    name: 'Blank',
    pattern: /[ \t\r\n]+/,
    group: Lexer.SKIPPED,
    line_breaks: true,
  });
  const line = createToken({ name: 'Line', pattern: /\/\/[^\n]*/, group: Lexer.SKIPPED });
  const block = createToken({
    name: 'Block',
    pattern: /\/\*[^]*?\*\//,
    group: Lexer.SKIPPED,
    line_breaks: true,
  });
  return {
    all: [blank, line, block, text, number, ...Object.values(of), word],
    word,
    of,
    number,
    text,
  };
};

/** A function that parses a text; throws on a fault. @type {(chevrotain: any) => (text: string) => unknown} */
export const makeParser = (chevrotain) => {
  const { all, word, of, number, text: textToken } = makeTokens(chevrotain);
  const lexer = new chevrotain.Lexer(all, { positionTracking: 'onlyOffset' });

  class Psl extends chevrotain.EmbeddedActionsParser {
    constructor() {
      super(all, { recoveryEnabled: false, maxLookahead: 2 });
      /** @type {any} */
      const $ = this;
      const range = (/** @type {any} */ first) => ({
        start: first.startOffset,
        end: $.LA(0).endOffset,
      });

      /** The alternatives of words, each a constant of its rule. @type {(names: string[]) => any[]} */
      const words = (names) => names.map((name) => ({ ALT: () => $.CONSUME(of[name]).image }));

      /** Of alternatives that begin alike the first counts. @type {(DEF: any[]) => object} */
      const firstOf = (DEF) => ({ DEF, IGNORE_AMBIGUITIES: true });

      $.RULE('file', () => {
        const declarations = /** @type {any[]} */ ([]);
        $.MANY(() => declarations.push($.SUBRULE($.declaration)));
        return { kind: 'file', declarations };
      });
      $.RULE('declaration', () =>
        $.OR([
          {
            GATE: () => $.LA(2).tokenType === of['Colon'],
            ALT: () => $.SUBRULE($.executeInterface),
          },
          { ALT: () => $.SUBRULE($.binding) },
          { ALT: () => $.SUBRULE($.use) },
          { ALT: () => $.SUBRULE($.policyObject) },
          { ALT: () => $.SUBRULE($.tests) },
        ]),
      );
      $.RULE('executeInterface', () => {
        const first = $.CONSUME(of['execute']);
        $.CONSUME(of['Colon']);
        const name = $.SUBRULE($.dotted);
        return { kind: 'executeInterface', name, at: range(first) };
      });
      $.RULE('use', () => {
        const first = $.CONSUME(of['use']);
        const isClass = $.OPTION(() => $.CONSUME(of['EDL'])) !== undefined;
        const name = $.SUBRULE($.dotted);
        return { kind: isClass ? 'useClass' : 'usePolicy', name, at: range(first) };
      });
      $.RULE('policyObject', () => {
        const first = $.CONSUME(of['policy']);
        $.CONSUME(of['object']);
        const name = $.SUBRULE($.name);
        $.CONSUME(of['Colon']);
        const model = $.SUBRULE1($.name);
        $.CONSUME(of['Open']);
        const parameters = /** @type {any[]} */ ([]);
        $.MANY(() => parameters.push($.SUBRULE($.parameter)));
        $.CONSUME(of['Close']);
        return { kind: 'policyObject', name, model, parameters, at: range(first) };
      });
      $.RULE('parameter', () =>
        $.OR([
          {
            ALT: () => {
              const first = $.CONSUME(of['type']);
              const name = $.SUBRULE($.name);
              $.CONSUME(of['Is']);
              const type = $.SUBRULE($.type);
              return { kind: 'type', name, type, at: range(first) };
            },
          },
          {
            ALT: () => {
              const first = $.CONSUME(of['config']);
              $.CONSUME1(of['Is']);
              const value = $.SUBRULE($.expression);
              return { kind: 'config', value, at: range(first) };
            },
          },
        ]),
      );
      $.RULE('type', () => {
        const first = $.LA(1);
        const alternatives = /** @type {any[]} */ ([]);
        $.AT_LEAST_ONE_SEP({
          SEP: of['Bar'],
          DEF: () => alternatives.push($.SUBRULE($.alternative)),
        });
        return alternatives.length === 1
          ? alternatives[0]
          : { kind: 'variant', alternatives, at: range(first) };
      });
      $.RULE('alternative', () =>
        $.OR([
          { ALT: () => ({ kind: 'literal', value: $.CONSUME(textToken).image.slice(1, -1) }) },
          {
            ALT: () => {
              const first = $.CONSUME(of['From']);
              const elements = /** @type {any[]} */ ([]);
              $.MANY_SEP({ SEP: of['Comma'], DEF: () => elements.push($.SUBRULE($.type)) });
              $.CONSUME(of['To']);
              return { kind: 'tuple', elements, at: range(first) };
            },
          },
          { ALT: () => ({ kind: 'named', name: $.SUBRULE($.dotted), of: [] }) },
        ]),
      );
      $.RULE('event', () => $.OR(words(['request', 'response', 'error', 'security', 'execute'])));
      $.RULE('binding', () => {
        const first = $.LA(1);
        const event = $.SUBRULE($.event);
        const where = $.SUBRULE($.selectors);
        const body = $.SUBRULE($.body);
        return { kind: 'binding', event, where, body, at: range(first) };
      });
      $.RULE('selectors', () => {
        const found = /** @type {any[]} */ ([]);
        $.MANY(() => {
          const name = $.OR(words(['src', 'dst', 'component', 'endpoint', 'interface', 'method']));
          $.CONSUME(of['Is']);
          found.push({ name, value: $.SUBRULE($.dotted) });
          $.OPTION(() => $.CONSUME(of['Comma']));
        });
        return found;
      });
      $.RULE('body', () => {
        const items = /** @type {any[]} */ ([]);
        $.CONSUME(of['Open']);
        $.MANY(() => items.push($.SUBRULE($.item)));
        $.CONSUME(of['Close']);
        return { audit: undefined, items };
      });
      $.RULE('item', () =>
        $.OR(
          firstOf([
            { ALT: () => $.SUBRULE($.matchSection) },
            { ALT: () => $.SUBRULE($.choice) },
            { ALT: () => $.SUBRULE($.rule) },
          ]),
        ),
      );
      $.RULE('matchSection', () => {
        const first = $.CONSUME(of['match']);
        const where = $.SUBRULE($.selectors);
        const body = $.SUBRULE($.body);
        return { kind: 'match', where, body, at: range(first) };
      });
      $.RULE('choice', () => {
        const first = $.CONSUME(of['choice']);
        $.CONSUME(of['Left']);
        const scrutinee = $.SUBRULE($.expression);
        $.CONSUME(of['Right']);
        $.CONSUME(of['Open']);
        const cases = /** @type {any[]} */ ([]);
        $.MANY(() => {
          const when = $.OR(
            firstOf([
              { ALT: () => void $.CONSUME(of['_']) },
              { ALT: () => $.SUBRULE1($.expression) },
            ]),
          );
          $.CONSUME(of['Colon']);
          const body = $.OR1([
            { ALT: () => $.SUBRULE($.body) },
            { ALT: () => ({ audit: undefined, items: [$.SUBRULE($.rule)] }) },
          ]);
          cases.push({ when, body });
        });
        $.CONSUME(of['Close']);
        return { kind: 'choice', scrutinee, cases, at: range(first) };
      });
      $.RULE('rule', () => {
        const first = $.LA(1);
        let method = $.SUBRULE($.name);
        let object;
        $.OPTION(() => {
          $.CONSUME(of['Dot']);
          object = method;
          method = $.SUBRULE1($.name);
        });
        const argument = $.SUBRULE($.argument);
        return {
          kind: 'rule',
          call: { object, method, argument, at: range(first) },
          at: range(first),
        };
      });

      /** Operators of one level, from left to right. @type {(name: string, next: string, signs: string[]) => void} */
      const level = (name, next, signs) => {
        const alternatives = signs.map((sign) => ({ ALT: () => $.CONSUME(of[sign]).image }));
        $.RULE(name, () => {
          const first = $.LA(1);
          let left = $.SUBRULE($[next]);
          $.MANY(() => {
            const operator = $.OR(alternatives);
            const right = $.SUBRULE1($[next]);
            left = { kind: 'binary', operator, left, right, at: range(first) };
          });
          return left;
        });
      };
      $.RULE('primary', () =>
        $.OR([
          { ALT: () => $.SUBRULE($.bracketed) },
          {
            ALT: () => {
              const { image } = $.CONSUME(number);
              return { kind: 'integer', value: $.ACTION(() => BigInt(image)) };
            },
          },
          { ALT: () => ({ kind: 'text', value: $.CONSUME(textToken).image.slice(1, -1) }) },
          { ALT: () => $.SUBRULE($.named) },
        ]),
      );
      /** A variable, a call, and fields of either. */
      $.RULE('named', () => {
        const first = $.LA(1);
        const name = $.SUBRULE($.name);
        /** @type {any} */
        let found = { kind: 'variable', name: name.text, at: range(first) };
        $.OPTION(() => {
          const argument = $.SUBRULE($.argument);
          found = {
            kind: 'call',
            call: { object: undefined, method: name, argument },
            at: range(first),
          };
        });
        $.MANY(() => {
          $.CONSUME(of['Dot']);
          const field = $.SUBRULE1($.name);
          const argument = $.OPTION1(() => $.SUBRULE1($.argument));
          found =
            argument === undefined
              ? { kind: 'field', of: found, field, at: range(first) }
              : { kind: 'call', call: { object: name, method: field, argument }, at: range(first) };
        });
        return found;
      });
      $.RULE('unary', () =>
        $.OR([
          {
            ALT: () => {
              const first = $.LA(1);
              const operator = $.OR1([
                { ALT: () => $.CONSUME(of['Not']).image },
                { ALT: () => $.CONSUME(of['Minus']).image },
                { ALT: () => $.CONSUME(of['Tilde']).image },
              ]);
              const operand = $.SUBRULE($.unary);
              return { kind: 'unary', operator, operand, at: range(first) };
            },
          },
          { ALT: () => $.SUBRULE($.primary) },
        ]),
      );
      level('product', 'unary', ['Times']);
      level('sum', 'product', ['Plus', 'Minus']);
      level('comparison', 'sum', ['Equal', 'Unequal', 'AtMost', 'AtLeast', 'Less', 'Greater']);
      level('and', 'comparison', ['And']);
      level('expression', 'and', ['Or']);
      $.RULE('argument', () => $.SUBRULE($.bracketed));
      $.RULE('bracketed', () =>
        $.OR([
          {
            ALT: () => {
              const first = $.CONSUME(of['Left']);
              const inner = $.OPTION(() => $.SUBRULE($.expression));
              $.CONSUME(of['Right']);
              return inner ?? { kind: 'unit', at: range(first) };
            },
          },
          {
            ALT: () => {
              const first = $.CONSUME(of['From']);
              const elements = /** @type {any[]} */ ([]);
              $.MANY_SEP({ SEP: of['Comma'], DEF: () => elements.push($.SUBRULE1($.expression)) });
              $.CONSUME(of['To']);
              return { kind: 'list', elements, at: range(first) };
            },
          },
          { ALT: () => $.SUBRULE($.dictionary) },
        ]),
      );
      $.RULE('dictionary', () => {
        const first = $.CONSUME(of['Open']);
        const entries = /** @type {any[]} */ ([]);
        $.MANY_SEP({
          SEP: of['Comma'],
          DEF: () => {
            const key = $.OR([
              { ALT: () => $.SUBRULE($.name) },
              { ALT: () => ({ text: $.CONSUME(textToken).image.slice(1, -1) }) },
            ]);
            $.CONSUME(of['Colon']);
            entries.push({ key, value: $.SUBRULE($.expression) });
          },
        });
        $.CONSUME(of['Close']);
        return { kind: 'dictionary', entries, at: range(first) };
      });
      $.RULE('tests', () => {
        const first = $.CONSUME(of['assert']);
        const title = $.OPTION(() => $.CONSUME(textToken).image);
        $.CONSUME(of['Open']);
        const sequences = /** @type {any[]} */ ([]);
        $.MANY(() => {
          $.CONSUME(of['sequence']);
          $.CONSUME1(of['Open']);
          const expectations = /** @type {any[]} */ ([]);
          $.MANY1(() => expectations.push($.SUBRULE($.expectation)));
          $.CONSUME1(of['Close']);
          sequences.push({ title: undefined, expectations });
        });
        $.CONSUME(of['Close']);
        return { kind: 'assertionSet', title, sequences, at: range(first) };
      });
      $.RULE('expectation', () => {
        const first = $.LA(1);
        const expected = $.OPTION(() => $.OR(words(['grant', 'deny', 'any']))) ?? 'grant';
        const operation = $.OR1(
          firstOf([
            {
              ALT: () => {
                const event = $.SUBRULE($.event);
                return { event, where: $.SUBRULE($.selectors) };
              },
            },
            {
              ALT: () => {
                const src = $.SUBRULE($.dotted);
                $.CONSUME(of['Implies']);
                const dst = $.SUBRULE1($.dotted);
                $.CONSUME(of['Colon']);
                return { event: 'request', where: [src, dst, $.SUBRULE2($.dotted)] };
              },
            },
          ]),
        );
        const message = $.OPTION1(() => $.SUBRULE($.dictionary));
        return { expected, ...operation, message, at: range(first) };
      });
      $.RULE('name', () => {
        const token = $.CONSUME(word);
        return { text: token.image, at: range(token) };
      });
      $.RULE('dotted', () => {
        const first = $.CONSUME(word);
        let text = first.image;
        $.MANY(() => {
          $.CONSUME(of['Dot']);
          text += `.${$.CONSUME1(word).image}`;
        });
        return { text, at: range(first) };
      });
      $.performSelfAnalysis();
    }
  }

  const parser = /** @type {any} */ (new Psl());
  return (text) => {
    const { tokens, errors } = lexer.tokenize(text);
    parser.input = tokens;
    const tree = parser.file();
    const [fault] = [...errors, ...parser.errors];
    if (fault !== undefined) throw new Error(`chevrotain: ${fault.message}`);
    return tree;
  };
};
