import { absurd } from '../../model/defect.ts';
import { isTagged } from '../../model/value.ts';
import type { RecordValue, TaggedValue, Value } from '../../model/value.ts';

const formatRecord = ({ fields }: RecordValue): string => {
  if (fields.size === 0) return '{}';
  const entries = [...fields].map(([name, value]) => `${name} : ${formatValue(value)}`);
  return `{ ${entries.join(', ')} }`;
};

const formatTagged = (value: TaggedValue): string => {
  switch (value.kind) {
    case 'record':
      return formatRecord(value);
    case 'union':
      return `{ ${value.member} : ${formatValue(value.value)} }`;
    case 'handle':
      return `handle of ${String(value.sid)}`;
    case 'localHandle':
      return `handle ${String(value.number)}`;
    case 'bytes':
      return `bytes ${value.hex === '' ? 'none' : value.hex}`;
    default:
      return absurd(value);
  }
};

/** A value as PSL writes it: `{ value : 100, text : "a" }`. */
export const formatValue = (value: Value): string => {
  if (value === null) return '()';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  return isTagged(value) ? formatTagged(value) : `[${value.map(formatValue).join(', ')}]`;
};
