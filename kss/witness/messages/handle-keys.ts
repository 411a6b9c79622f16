import type { DataType, MessageType, Parameter } from '../../../solution/data-type.ts';

const within = (key: string, type: DataType): readonly string[] => {
  switch (type.kind) {
    case 'handle':
      return [key];
    case 'struct':
      return ofAll(`${key}.`, type.fields);
    case 'union':
      return ofAll(`${key}.`, type.members);
    case 'array':
    case 'sequence':
      // The element alone: what is asked is whether, and where, there are handles at all.
      return within(`${key}.[0]`, type.element);
    case 'integer':
    case 'string':
    case 'bytes':
    case 'unmodelled':
      return [];
  }
};

const ofAll = (prefix: string, parameters: readonly Parameter[]): readonly string[] =>
  parameters.flatMap(({ name, type }) => within(`${prefix}${name}`, type));

/** Where handles stand in messages of a type; of those in a list, the first. */
export const handleKeys = ({ parameters }: MessageType): readonly string[] => ofAll('', parameters);
