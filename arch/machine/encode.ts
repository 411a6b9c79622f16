import type { Writer } from '../../model/writer.ts';
import type { Rights } from '../page.ts';
import type { Word } from '../word.ts';
import type { DmaInvalidation, DmaState, Former } from './state.ts';
import type { Core, Invalidation } from './state.ts';
import type { Cached, Remembered, Space } from './translator.ts';

const encodeNumber = (number: number, writer: Writer): void => {
  writer.word(Math.floor(number / 2 ** 32));
  writer.word(number >>> 0);
};

const encodeWord = ({ high, low }: Word, writer: Writer): void => {
  writer.word(high);
  writer.word(low);
};

const encodeRights = ({ read, write, execute, user }: Rights, writer: Writer): void => {
  writer.word((read ? 1 : 0) + (write ? 2 : 0) + (execute ? 4 : 0) + (user ? 8 : 0));
};

/** Canonical bytes of the translations of one space. */
export const encodeSpace = (space: Space, writer: Writer): void => {
  if (space.kind === 'tables') {
    writer.word(0);
    for (const frames of [[space.root], space.free, space.retired]) {
      writer.word(frames.length);
      for (const frame of frames) encodeNumber(frame, writer);
    }
    return;
  }
  writer.word(1);
  writer.word(space.pages.length);
  for (const { address, physical, rights, holds } of space.pages) {
    encodeNumber(address, writer);
    encodeNumber(physical, writer);
    encodeRights(rights, writer);
    writer.word(holds === 'memory' ? 0 : 1);
  }
};

const encodeRemembered = (by: Remembered, writer: Writer): void => {
  switch (by.kind) {
    case 'page':
      writer.word(0);
      encodeRights(by.rights, writer);
      return;
    case 'words':
    case 'upper':
      writer.word(by.kind === 'words' ? 1 : 3);
      writer.word(by.words.length);
      for (const [address, word] of by.words) {
        encodeNumber(address, writer);
        encodeWord(word, writer);
      }
      return;
    case 'entry':
      writer.word(2);
      for (const word of [
        by.entry.entryHi,
        by.entry.entryLo0,
        by.entry.entryLo1,
        by.entry.pageMask,
      ])
        encodeWord(word, writer);
  }
};

const encodeCached = ({ space, address, physical, by }: Cached, writer: Writer): void => {
  writer.word(space);
  encodeNumber(address, writer);
  encodeNumber(physical, writer);
  encodeRemembered(by, writer);
};

const encodeInvalidation = ({ space, address }: Invalidation, writer: Writer): void => {
  writer.word(space);
  writer.word(address === 'all' ? 1 : 0);
  if (address !== 'all') encodeNumber(address, writer);
};

/** Canonical bytes of one core. */
export const encodeCore = ({ cached, pending }: Core, writer: Writer): void => {
  writer.word(cached.length);
  for (const one of cached) encodeCached(one, writer);
  writer.word(pending.length);
  for (const one of pending) encodeInvalidation(one, writer);
};

const encodeDmaInvalidation = (one: DmaInvalidation, writer: Writer): void => {
  writer.word(one.kind === 'translations' ? 0 : 1);
  if (one.kind === 'translations') encodeInvalidation(one, writer);
  else for (const word of [one.device, one.domain]) writer.word(word);
};

const encodeFormer = ({ device, domain, context }: Former, writer: Writer): void => {
  for (const word of [device, domain, context === undefined ? 0 : 1]) writer.word(word);
  if (context === undefined) return;
  writer.word(context.domain);
  writer.word(context.words.length);
  for (const word of context.words) encodeWord(word, writer);
};

/** Canonical bytes of what devices do by themselves. */
export const encodeDma = (dma: DmaState, writer: Writer): void => {
  for (const space of dma.domains) encodeSpace(space, writer);
  for (const domain of dma.attached) writer.word(domain === undefined ? 0 : 1 + domain);
  for (const power of dma.power) writer.word({ quiet: 0, running: 1, stopping: 2 }[power]);
  writer.word(dma.cached.length);
  for (const one of dma.cached) encodeCached(one, writer);
  writer.word(dma.former.length);
  for (const one of dma.former) encodeFormer(one, writer);
  writer.word(dma.pending.length);
  for (const one of dma.pending) encodeDmaInvalidation(one, writer);
};
