import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { byText } from '../model/by-text.ts';
import { bytesBy } from '../model/writer.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** SHA-256 of a text in UTF-8, as hexadecimal digits. */
export const digestText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a state's canonical bytes: compared only under the same version of the model. */
export const digestState = <State>(kernel: Kernel<State>, state: State): string => {
  const units = bytesBy((writer) => {
    for (const component of kernel.components) component.write(state, writer);
  });
  const bytes = new Uint8Array(units.length * 2);
  for (let index = 0; index < units.length; index++) {
    const unit = units.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >>> 8;
  }
  return bytesToHex(sha256(bytes));
};

/** One digest for the files of a solution, whatever their order. */
export const digestFiles = (files: ReadonlyMap<string, string>): string =>
  digestText(
    [...files]
      .sort(([left], [right]) => byText(left, right))
      .map(([path, text]) => `${path}\n${digestText(text)}\n`)
      .join(''),
  );
