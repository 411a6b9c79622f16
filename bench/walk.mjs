// @ts-check
/** Bench `walk`: walks and edits a second of each format of page tables, over 64 pages of the smallest size. */
import { built } from './engine.mjs';
import { median } from './measure.mjs';

const { formats } = await built('arch/catalogue.js');
const { emptyMemory, reading } = await built('arch/memory.js');
const { wordOfNumber } = await built('arch/word.js');

const pages = 64;
const rights = { read: true, write: true, execute: false, user: true };
/** Of EPT the pointer has fields below the address: write-back, four levels. @type {(name: string) => any} */
const baseOf = (name) => wordOfNumber(name === 'ept' ? 0x101e : 0x1000);

/** @type {(index: number) => any} */
const pageOf = (index) => ({
  address: wordOfNumber(0x400000 + index * 4096),
  physical: 0x800000 + index * 4096,
  size: 4096,
  rights,
  holds: 'memory',
});

/** @type {(format: any, mmu: any) => any} */
const mapped = (format, mmu) => {
  let memory = emptyMemory(2 ** 40);
  let frames = [0x2000, 0x3000, 0x4000];
  for (let index = 0; index < pages; index++) {
    const done = mmu.map(memory, baseOf(format.name), pageOf(index), frames);
    if (done.kind !== 'edited') throw new Error(`${format.name}: ${done.because}`);
    memory = done.memory;
    frames = frames.slice(done.taken.length);
  }
  return memory;
};

/** Times a second, the median of five rounds. @type {(count: number, work: (index: number) => void) => number} */
const perSecond = (count, work) => {
  const round = () => {
    const started = performance.now();
    for (let index = 0; index < count; index++) work(index);
    return (count / (performance.now() - started)) * 1000;
  };
  round();
  return median(Array.from({ length: 5 }, round));
};

/** @type {(choice: import('./measure.mjs').Choice) => import('./measure.mjs').Row[]} */
export const benchWalk = ({ quick, say }) => {
  say('walk: 64 pages of 4 KB, loads by users; protect and back');
  const count = quick ? 20_000 : 1_000_000;
  const measured = Object.values(formats).map((format) => {
    const mmu = format.under({});
    const base = baseOf(format.name);
    const memory = mapped(format, mmu);
    const read = reading(memory, format.bytes);
    const accesses = Array.from({ length: pages }, (_, index) => ({
      address: pageOf(index).address,
      kind: 'load',
      privilege: 'user',
    }));
    let translated = 0;
    const walks = perSecond(count, (index) => {
      const walk = mmu.walk(read, base, accesses[index % pages]);
      if (walk.kind === 'translated') translated += 1;
    });
    if (translated !== count * 6) throw new Error(`${format.name}: an access failed`);
    let next = memory;
    const edits = perSecond(count / 10, (index) => {
      const { address } = pageOf(index % pages);
      const less = { ...rights, write: index % 2 === 0 };
      next = mmu.protect(next, base, address, less).memory;
    });
    return { name: format.name, walks, edits };
  });
  return measured.flatMap(({ name, walks, edits }) => [
    {
      bench: 'walk',
      name: `${name}, walks`,
      opsPerSecond: walks,
      ratio: walks / (measured[0]?.walks ?? walks),
    },
    {
      bench: 'walk',
      name: `${name}, edits`,
      opsPerSecond: edits,
      ratio: edits / (measured[0]?.edits ?? edits),
    },
  ]);
};
