import { Defect } from '../../model/defect.ts';
import { parsePsl } from '../../solution/syntax/psl.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';

/**
 * The first policy object of a text, whatever its model says of it.
 *
 * Throws: `Defect` if there is none.
 */
export const parseObject = (text: string): PolicyObject => {
  const { tree } = parsePsl({ file: 'test.psl', text });
  const object = tree?.declarations.find((one) => one.kind === 'policyObject');
  if (object === undefined) throw new Defect('there is no policy object in the text');
  return object;
};
