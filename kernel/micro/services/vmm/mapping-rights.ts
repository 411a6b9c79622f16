import type { Rights } from '../../../../arch/page.ts';
import { rights as bits } from '../../../rights.ts';

/** The rights that a handle must have for a mapping with these. */
export const mappingRights = ({ read, write, execute }: Rights): number =>
  (read ? bits.read : 0) | (write ? bits.write : 0) | (execute ? bits.execute : 0);

/** What the maker of a buffer may do with it: it is shared by transfer, as data or as code. */
export const makersRights = (holds: 'data' | 'code'): number =>
  bits.copy |
  bits.transfer |
  bits.getSid |
  bits.getEvent |
  bits.read |
  (holds === 'data' ? bits.write : bits.execute);
