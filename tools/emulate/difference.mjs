// @ts-check
/** Where an access went by an emulator, against where `walk` says that it goes. */

/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Asked} Asked */
/** @typedef {import('./architecture.mjs').Came} Came */
/** @typedef {import('./architecture.mjs').Drawn} Drawn */
/** @typedef {import('./architecture.mjs').Faulted} Faulted */
/** @typedef {Pick<Came, 'vector' | 'code'> & { address: bigint | undefined }} End */

/** @param {End} end */
const told = ({ vector, code, address }) =>
  `0x${vector.toString(16)} with 0x${code.toString(16)} of 0x${(address ?? 0n).toString(16)}`;

/** Why a fault is another one than `walk` says. @param {End} ought @param {Came} came */
export const faultDiffers = (ought, came) => {
  const isSame =
    came.vector === ought.vector &&
    came.code === ought.code &&
    (ought.address === undefined || came.address === ought.address);
  return isSame ? undefined : `${told(ought)}; it came to ${told(came)}`;
};

/**
 * Why an access did not reach an address. Shape: `isHeld` tells whether what was stored is there.
 *
 * @type {(ends: Pick<Architecture, 'done' | 'executed'>, address: number, asked: Asked, came: Came, isHeld: () => boolean) => string | undefined}
 */
export const placeDiffers = ({ done, executed }, address, { kind }, came, isHeld) => {
  const at = address.toString(16);
  if (came.vector !== (kind === 2 ? executed : done)) return `0x${at}; it came to ${told(came)}`;
  if (kind === 1) return isHeld() ? undefined : `0x${at}; it stored elsewhere`;
  const from = kind === 0 ? came.loaded : came.executed;
  return from === address - (address % 32)
    ? undefined
    : `0x${at}; it came to 0x${from.toString(16)}`;
};
