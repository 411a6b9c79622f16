import fc from 'fast-check';

/** Objects that policies under test may ask; the client has a state, and a set with two entries. */
const objects = `
policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut"] } }
}
policy object seen : HashSet { type Entry = UInt8  config = { set_size : 2, pool_size : 2 } }
`;

const small = fc.integer({ min: 0, max: 12 }).map(String);
const byte = fc.oneof(small, fc.constantFrom('127', '128', '254', '255', '256', '300'));
const mask = fc.constantFrom('1', '3', '6', '15', '128', '240', '255');
const relation = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(' '));

const word = (text: string): fc.Arbitrary<string> => fc.constant(text);

/** Conditions on integers that are read at some paths. */
export const onIntegers = (...paths: readonly string[]): fc.Arbitrary<string> => {
  const path = fc.constantFrom(...paths);
  const term = fc.oneof(
    path,
    joined(word('('), path, word('&'), mask, word(')')),
    joined(word('('), path, word('|'), mask, word(')')),
    joined(word('('), path, fc.constantFrom('+', '-'), small, word(')')),
    joined(word('('), small, word('*'), path, word(')')),
    joined(word('('), path, fc.constantFrom('+', '-', '*'), path, word(')')),
    joined(word('(~'), path, word(')')),
  );
  return fc.oneof(joined(term, relation, byte), joined(term, relation, term));
};

const pattern = fc.constantFrom('a', '[a-c]', '.', '!a', 'b?', '[^x]', '');
const literal = fc.constantFrom('a', 'b', 'z', '');

/** Conditions on a text. */
export const onText = (path: string): fc.Arbitrary<string> =>
  fc.oneof(
    joined(
      word(path),
      fc.constantFrom('==', '!='),
      literal.map((text) => `"${text}"`),
    ),
    pattern.map((one) => `re.match { text : ${path}, pattern : "${one}" }`),
    joined(word(`size (${path})`), relation, fc.constantFrom('0', '1', '2')),
  );

const conditions: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Byte: fc.oneof(
    onIntegers('message.a'),
    word('seen.contains { sid : dst_sid, entry : message.a }'),
  ),
  Signed: onIntegers('message.a'),
  Text: onText('message.t'),
  Member: fc.oneof(onIntegers('message.e.number'), onText('message.e.text')),
  List: fc.oneof(
    onIntegers('message.l.[0]'),
    joined(word('size (message.l)'), relation, fc.constantFrom('0', '1')),
  ),
  Two: onIntegers('message.a', 'message.b'),
};

const scrutinees: Readonly<Record<string, string>> = {
  Byte: 'message.a',
  Signed: 'message.a',
  Text: 're.select { text : message.t }',
  Member: 'message.e.number',
  List: 'message.l.[0]',
  Two: 'message.b',
};

const statement = (method: string): fc.Arbitrary<string> => {
  const condition = conditions[method] ?? word('true');
  const compound = fc.oneof(
    condition,
    joined(word('('), condition, fc.constantFrom('&&', '||', '==>'), condition, word(')')),
    joined(word('! ('), condition, word(')')),
  );
  const rules = ['grant ()', 'deny ()', 'gate.enter { sid : src_sid, state : "open" }'];
  const rule = fc.oneof(
    compound.map((one) => `assert (${one})`),
    fc.constantFrom(...rules, 'gate.init { sid : src_sid }'),
    word('assert (gate.query { sid : src_sid } == "shut")'),
  );
  const isText = method === 'Text';
  const constants = isText ? ['"a"', '"[a-c]"', '"!b"'] : ['0', '1', '7', '100'];
  const choice = fc
    .tuple(fc.subarray(constants, { minLength: 2, maxLength: 2 }), rule, rule, rule)
    .map(
      ([[one = '', other = ''], first, second, last]) =>
        `choice (${scrutinees[method] ?? ''}) { ${one} : ${first} ${other} : ${second} _ : ${last} }`,
    );
  return fc.oneof({ arbitrary: rule, weight: 3 }, { arbitrary: choice, weight: 1 });
};

/** A policy of one method, at random. */
export interface Case {
  readonly method: string;
  readonly policy: string;
}

/** Policies that decide requests of a method of `finite`. */
export const caseOf = (method: string): fc.Arbitrary<Case> =>
  fc.array(statement(method), { minLength: 1, maxLength: 3 }).map((statements) => ({
    method,
    policy: `use nk.regex._\n${objects}
execute src=Einit { grant ()
    match dst=t.Client { gate.init { sid : dst_sid } }
    match dst=t.Server {
        seen.init { sid : dst_sid }
        seen.add { sid : dst_sid, entry : 3 }
        seen.add { sid : dst_sid, entry : 200 }
    }
}
request dst=t.Server endpoint=finite method=${method} {
    ${statements.join('\n    ')}
}
`,
  }));

/** Methods of which every message is tried at once. */
export const quick = ['Byte', 'Signed', 'Text', 'Member', 'List'];
