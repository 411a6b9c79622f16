// @ts-check
/** What the formats of short descriptors share: code, machines' ends, domains, and random registers and addresses. */
import { domainAccess } from '../../dist/arch/arm-short/domains.js';
import { codeOf } from './architecture.mjs';
import { once, pick } from './random.mjs';

/** @typedef {import('./architecture.mjs').Architecture} Architecture */
/** @typedef {import('./architecture.mjs').Came} Came */
/** @typedef {import('./architecture.mjs').Plan} Plan */
/** @typedef {import('./random.mjs').Random} Random */

/** What the probe tells: a supervisor call, and the aborts. */
export const vectors = { call: 2, fetch: 3, data: 4 };

/** Both the probe's actions and tagged code end with a supervisor call. */
export const ends = { done: vectors.call, executed: vectors.call };

/** An abort: its status, and its address. @type {Architecture['tells']} */
export const tells = ({ code }, { va, kind }) => ({
  vector: kind === 2 ? vectors.fetch : vectors.data,
  code,
  address: va,
});

/** `mov r0, #…; orr r0, r0, #…` for each byte of a tag, `svc 0`. @type {Architecture['code']} */
export const code32 = (tag) =>
  codeOf(
    0xe3a00000 + (tag & 0xff),
    0xe3800c00 + ((tag >>> 8) & 0xff),
    0xe3800800 + ((tag >>> 16) & 0xff),
    0xe3800400 + (tag >>> 24),
    0xef000000,
  );

/** The domain of the section that maps the probe, which it manages: no other setting keeps it from itself. */
const probeDomain = 15;

/** A section of the probe; AP[0], which may be an access flag, is 1. @param {number} at */
export const probeSection = (at) => BigInt(at + probeDomain * 32 + 0xc00 + 0x12);

/** A descriptor that is none. @param {Random} random */
export const invalid = (random) => (once(random, 2) ? 0n : 0xfffffffcn);

/** Domains that entries name. @param {Random} random */
export const randomDomain = (random) => BigInt(pick(random, [0, 0, 0, 1, 2, 3, probeDomain])) << 5n;

/** DACR: most domains are clients. @param {Random} random */
export const randomDacr = (random) => {
  const clients = Array.from({ length: probeDomain }, () =>
    once(random, 4) ? random.below(4) : 1,
  );
  return clients.reduce((sum, access, domain) => sum + access * 4 ** domain, 3 * 4 ** probeDomain);
};

/** An address in slots of the first level, and in those of the second. @param {Random} random @param {readonly number[]} first @param {readonly number[]} second */
export const shortAddress = (random, first, second) =>
  BigInt(pick(random, first) * 2 ** 20 + pick(random, second) * 2 ** 12 + random.below(128) * 32);

/** Bits 3:0 and 10 of a fault status. @param {number} code */
export const statusIn = (code) => (code & 0xf) + ((code >> 6) & 0x10);

/** A fault that reading the second level came to, of a domain that DACR gives no access; and the domain told at once. @param {Plan} plan @param {Came} came @param {number} dacr */
export const isDomainFirst = ({ walk, reads }, came, dacr) => {
  const isOfTable =
    walk.kind === 'faulted' &&
    walk.level === 2 &&
    (walk.fault === 'notPresent' || walk.fault === 'externalOnWalk');
  const domain = ((reads[0]?.word.low ?? 0) >>> 5) & 0xf;
  return isOfTable && statusIn(came.code) === 0b1011 && domainAccess(dacr, domain) === 'none';
};
