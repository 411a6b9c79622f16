import type { Refusal } from '../../../../model/step.ts';
import { retcodeOf } from '../../../retcode.ts';
import { rights } from '../../../rights.ts';
import type { WaitFor } from '../../threads/thread.ts';
import { callsIn, functionIn, importsOf, listAt, withoutComments } from './scan.ts';
import type { Call } from './scan.ts';

/** Texts of the repository by their paths. */
export type Files = ReadonlyMap<string, string>;

/** What the code of a service can do, as its text says. */
export interface Code {
  readonly refusals: ReadonlySet<Refusal>;
  /** Rights that handles must have. */
  readonly rights: ReadonlySet<Right>;
  /** The helpers that say no in its place. */
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly waits: boolean;
  /** It has another event judged: the start of a process. */
  readonly judges: boolean;
  /** It ends its caller: nobody is answered. */
  readonly ends: boolean;
}

export type Right = keyof typeof rights;

/** A function that says why not, for the services that call it. */
export interface Helper {
  readonly path: string;
  readonly name: string;
  readonly refusals: ReadonlySet<Refusal>;
  readonly rights: ReadonlySet<Right>;
  /** Where among its parameters the right stands that it asks for. */
  readonly rightAt: number;
}

/** How each wait can end with a refusal: its time is over, or somebody ends it. */
export const endings: Readonly<Record<WaitFor['kind'], readonly Refusal[]>> = {
  time: [],
  resumption: [],
  invalidation: [],
  word: ['timedOut', 'woken'],
  event: ['timedOut', 'woken'],
  end: ['timedOut'],
  acceptance: ['timedOut', 'dropped', 'notConnected'],
  client: ['timedOut'],
};

export const isRefusal = (name: string): name is Refusal => Object.hasOwn(retcodeOf, name);
const isRight = (name: string): name is Right => Object.hasOwn(rights, name);
const isWait = (name: string): name is WaitFor['kind'] => Object.hasOwn(endings, name);

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/'(\w+)'/gu)].map(([, word = '']) => word);

/** Refusals that a text names for its caller; what others are told is another matter. */
const ownRefusals = (text: string): readonly Refusal[] =>
  wordsIn(text.replaceAll(/\b(?:refusedAnswer|refusal|abort)\([^()]*\)/gu, '')).filter(isRefusal);

const waitEndings = (text: string): readonly Refusal[] =>
  [...text.matchAll(/\bkind: '(\w+)'/gu)]
    .map(([, kind = '']) => kind)
    .filter(isWait)
    .flatMap((kind) => endings[kind]);

/** A function whose declared result can be a refusal; a service's own file is read as a whole. */
const helperAt = (files: Files, path: string, name: string): Helper | undefined => {
  const text = withoutComments(files.get(path) ?? '');
  const body = functionIn(text, name);
  const head = body.slice(0, Math.max(0, body.indexOf('=>')));
  if (!/\bRefusal\b/u.test(head) && !wordsIn(head).some(isRefusal)) return undefined;
  const parameters = listAt(head, head.indexOf('('));
  const rightAt = parameters.findIndex((one) => /^right\b/u.test(one));
  const inner = askedIn(files, path, text, body);
  return {
    path,
    name,
    refusals: new Set([...ownRefusals(body), ...inner.refusals]),
    rights: inner.rights,
    rightAt,
  };
};

/** A look-up that asks for no right does not miss one. */
const refusalsOf = ({ refusals, rightAt }: Helper, call: Call): readonly Refusal[] => {
  const isFree = rightAt >= 0 && (call.with[rightAt] ?? '0') === '0';
  return [...refusals].filter((one) => !isFree || one !== 'rightsMissing');
};

const rightOf = ({ rightAt }: Helper, call: Call): readonly Right[] => {
  const [, name = ''] = /^rights\.(\w+)$/u.exec(call.with[rightAt] ?? '') ?? [];
  return isRight(name) ? [name] : [];
};

type Asked = Pick<Code, 'refusals' | 'rights' | 'helpers'>;

/** What the helpers that a piece of a file calls can refuse, and the rights that they ask for. */
const askedIn = (files: Files, path: string, text: string, piece: string): Asked => {
  const imports = importsOf(path, text);
  const found = callsIn(piece).flatMap((call) => {
    const from = imports.get(call.of) ?? { name: call.of, path };
    const isSame = from.path === path && piece.includes(`const ${call.of} =`);
    const helper = isSame ? undefined : helperAt(files, from.path, from.name);
    return helper === undefined ? [] : [{ call, helper }];
  });
  return {
    refusals: new Set(found.flatMap(({ helper, call }) => refusalsOf(helper, call))),
    rights: new Set(
      found.flatMap(({ helper, call }) => [...helper.rights, ...rightOf(helper, call)]),
    ),
    helpers: new Map(found.map(({ helper }) => [helper.name, helper])),
  };
};

/** Reads what the file of a service can do. */
export const readCode = (files: Files, path: string): Code => {
  const text = withoutComments(files.get(path) ?? '');
  const asked = askedIn(files, path, text, text);
  const waits = /\bblock\(/u.test(text);
  const judges = text.includes("kind: 'judge'");
  return {
    ...asked,
    refusals: new Set([
      ...ownRefusals(text),
      ...asked.refusals,
      ...(waits ? waitEndings(text) : []),
      ...(judges ? (['startDenied'] as const) : []),
    ]),
    waits,
    judges,
    ends: text.includes("kind: 'ended'"),
  };
};
