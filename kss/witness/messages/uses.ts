import type { MessageType } from '../../../solution/data-type.ts';
import { subExpressions } from '../../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../../solution/syntax/tree/expression.ts';
import type { Context } from '../../context.ts';
import { objectOf } from '../../event-environment.ts';
import type { Atom } from '../atoms-of-call.ts';
import { isClosed, objectsIn } from '../closed.ts';
import type { PolicyAt } from '../policy-at.ts';
import { readsHandle } from './handle-doubts.ts';
import { findPath, findScalar, variablesIn } from '../variables.ts';
import type { IntegerVariable } from '../variables.ts';

/** Does an object keep anything from event to event? */
const keeps = ({ objects }: Context, name: string): boolean => {
  const running = objects.get(name);
  return running !== undefined && running.describe() !== null;
};

/** Does an atom ask an object that keeps something? */
export const asksState = ({ test, reads }: Atom, context: Context): boolean => {
  const own = test.kind === 'rule' ? [objectOf(test.call)] : [];
  return [...own, ...reads.flatMap(objectsIn)].some((name) => keeps(context, name));
};

/** A part of a message that is compared with entries of a HashSet, at a place within them. */
export interface EntryUse {
  /** `operators`, `seen.mode`, `seen.0`: the object, and where in its entries. */
  readonly place: string;
  readonly path: Expression;
  readonly variable: IntegerVariable;
}

/** What atoms that ask a state read of the message. */
export interface StateUses {
  /** Only equality with what is kept matters. */
  readonly entries: readonly EntryUse[];
  /** Keys of parts of which any value may matter. */
  readonly wholes: ReadonlySet<string>;
  /** Places of entries that are given some other way than as a part of the message, or as a constant. */
  readonly strange: ReadonlySet<string>;
  /** Constants that are entries, by place. */
  readonly constants: readonly (readonly [string, bigint])[];
}

/** Collects what is read, in one slot. */
class Uses {
  readonly entries: EntryUse[] = [];
  readonly wholes = new Set<string>();
  readonly strange = new Set<string>();
  readonly constants: (readonly [string, bigint])[] = [];
  readonly #type: MessageType;
  readonly #modelOf: (object: string) => string | undefined;

  constructor(type: MessageType, modelOf: (object: string) => string | undefined) {
    this.#type = type;
    this.#modelOf = modelOf;
  }

  /** What is read of an expression outside any entry. */
  read(expression: Expression): void {
    if (expression.kind === 'call') {
      this.readCall(expression.call);
      return;
    }
    if (findPath(expression, this.#type) !== undefined) this.#whole(expression);
    else for (const part of subExpressions(expression)) this.read(part);
  }

  readCall(call: Call): void {
    const { argument } = call;
    const object = objectOf(call);
    if (this.#modelOf(object) !== 'HashSet' || argument.kind !== 'dictionary') {
      this.#whole(argument);
      return;
    }
    for (const { key, value } of argument.entries) {
      if (key.text === 'entry') this.#entry(value, object);
      else this.#whole(value);
    }
  }

  #whole(expression: Expression): void {
    for (const { key } of variablesIn(expression, this.#type)) this.wholes.add(key);
  }

  #entry(value: Expression, place: string): void {
    if (value.kind === 'list') {
      for (const [index, one] of value.elements.entries())
        this.#entry(one, `${place}.${String(index)}`);
    } else if (value.kind === 'dictionary') {
      for (const { key, value: one } of value.entries) this.#entry(one, `${place}.${key.text}`);
    } else if (value.kind === 'integer') {
      this.constants.push([place, value.value]);
    } else {
      const path = findPath(value, this.#type);
      const variable = path?.kind === 'place' ? findScalar(path) : undefined;
      const isSure = path?.kind === 'place' && path.presence.length === 0;
      // An SID is kept beside integers that others may choose: they are compared with more than constants then.
      const isOfHandle = readsHandle(value, this.#type);
      if (variable?.kind === 'integer' && isSure && !isOfHandle) {
        this.entries.push({ place, path: value, variable });
        return;
      }
      this.strange.add(place);
      this.#whole(value);
    }
  }
}

/** What the atoms of a policy that ask a state read of the messages of a slot. */
export const stateUses = ({ program, context, models }: PolicyAt, type: MessageType): StateUses => {
  const uses = new Uses(type, (object) => models.get(object));
  for (const atom of program.atoms) {
    if (!asksState(atom, context)) continue;
    if (atom.test.kind === 'rule') uses.readCall(atom.test.call);
    else for (const one of atom.reads) uses.read(one);
  }
  return uses;
};

/** The atoms that read the message, and nothing that is kept. */
export const plainAtoms = ({ program, context }: PolicyAt): readonly Atom[] =>
  program.atoms.filter((atom) => !asksState(atom, context) && !atom.reads.every(isClosed));
