import type { Intent } from '../model/step.ts';
import type { RecordValue } from '../model/value.ts';
import type { AccessStep } from '../solution/automaton.ts';

/** An operand as a number; 0 for what is missing, or is no address of any machine. */
const numberIn = ({ fields }: RecordValue, name: string): number => {
  const value = fields.get(name);
  const number = typeof value === 'bigint' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
};

/** The word that is stored: of a wider integer its low 32 bits. */
const wordIn = ({ fields }: RecordValue): number => {
  const value = fields.get('value');
  return typeof value === 'bigint' ? Number(BigInt.asUintN(32, value)) : 0;
};

/** What a step does to memory, or to a port, with these operands. What a device answers at a port is chosen outside. */
export const accessOf = ({ kind }: AccessStep, operands: RecordValue): Intent => {
  const place = (name: string): number => numberIn(operands, name) + numberIn(operands, 'offset');
  switch (kind) {
    case 'load':
      return { kind, address: place('address') };
    case 'store':
      return { kind, address: place('address'), value: wordIn(operands) };
    case 'in':
      return { kind: 'portIn', port: place('port'), value: 0 };
    case 'out':
      return { kind: 'portOut', port: place('port'), value: wordIn(operands) };
  }
};
