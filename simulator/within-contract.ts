import { makeKeyWriter } from '../model/writer.ts';
import { isAccess } from '../model/step.ts';
import type { Intent } from '../model/step.ts';
import { isTagged } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import { writeValue } from '../model/write-value.ts';

/** Equal for equal values, and only for those. */
export const keyOf = (value: Value): string => {
  const writer = makeKeyWriter();
  writeValue(value, writer);
  return writer.take();
};

/** What an omitted parameter comes to. */
const isDefault = (value: Value): boolean => {
  if (value === 0n || value === '' || value === null) return true;
  if (typeof value !== 'object') return false;
  if (!isTagged(value)) return value.every(isDefault);
  return value.kind === 'record' && [...value.fields.values()].every(isDefault);
};

/** Has a message every parameter that another gives, with its value? Of a struct, every field that it gives. */
const hasAll = (message: RecordValue, given: RecordValue): boolean =>
  [...given.fields].every(([name, wanted]) => {
    const value = message.fields.get(name);
    if (value === undefined) return isDefault(wanted);
    const isStruct = (one: Value): one is RecordValue =>
      typeof one === 'object' && one !== null && isTagged(one) && one.kind === 'record';
    if (isStruct(value) && isStruct(wanted)) return hasAll(value, wanted);
    return keyOf(value) === keyOf(wanted);
  });

/** Do two intents differ in their messages alone? */
export const isAlike = (intent: Intent, other: Intent): boolean => {
  switch (intent.kind) {
    case 'call':
      return (
        other.kind === 'call' &&
        other.handle === intent.handle &&
        other.endpoint === intent.endpoint &&
        other.method === intent.method
      );
    case 'reply':
      return other.kind === 'reply' && other.as === intent.as;
    case 'load':
      return other.kind === 'load' && other.address === intent.address;
    case 'store':
      return (
        other.kind === 'store' && other.address === intent.address && other.value === intent.value
      );
    case 'portIn':
    case 'portOut':
      return other.kind === intent.kind && other.port === intent.port;
    case 'fetch':
    case 'recv':
    case 'querySecurity':
    case 'trap':
      return intent.kind === other.kind;
  }
};

/** Is nobody asked about it? */
export const isUnjudged = (intent: Intent): boolean =>
  isAccess(intent) || intent.kind === 'portIn' || intent.kind === 'portOut';

/**
 * Is an intent one that a step of a contract allows? The parameters that the step gives have its values, all
 * others are free. A crash is never in anybody's hands, and what a program does within its own memory, and by the
 * ports that it was permitted, it does as it pleases.
 *
 * Source: spec/formats/programs.md.
 */
export const isWithin = (intent: Intent, step: Intent): boolean => {
  if (intent.kind === 'trap' || isUnjudged(intent)) return true;
  if (!isAlike(intent, step)) return false;
  const isSaid = (one: Intent): one is Extract<Intent, { readonly message: RecordValue }> =>
    'message' in one;
  return !isSaid(intent) || !isSaid(step) || hasAll(intent.message, step.message);
};
