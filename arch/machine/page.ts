import { page, table } from '../../spec/markdown.ts';
import { formatAddress } from '../boards/complaint.ts';
import type { ArchName } from '../names.ts';
import type { Rights } from '../page.ts';
import { translators } from './catalogue.ts';
import { machineFor } from './design.ts';
import { programSettings } from './settings.ts';
import { tablesForOnePage } from './tables-needed.ts';
import type { Translator } from './translator.ts';

const settingsText = (name: ArchName): string => {
  const { tables, hardening } = programSettings[name];
  const settings = Object.entries({ ...tables, ...hardening });
  return settings.length === 0
    ? '–'
    : settings.map(([bit, value]) => `\`${bit}\` ${formatAddress(value)}`).join(', ');
};

const onlyRead: Rights = { read: true, write: false, execute: false, user: true };
const onlyWritten: Rights = { read: false, write: true, execute: false, user: true };
const onlyExecuted: Rights = { read: false, write: false, execute: true, user: true };

/** What programs get besides what is asked for. */
const moreText = ({ effective }: Translator): string => {
  const more = [
    ...(effective(onlyRead).execute ? ['execution with reading'] : []),
    ...(effective(onlyWritten).read ? ['reading with writing'] : []),
    ...(effective(onlyExecuted).read ? ['reading with execution'] : []),
  ];
  return more.length === 0 ? '–' : more.join(', ');
};

const rowOf = ([name, translator]: readonly [ArchName, Translator]): readonly string[] => [
  `[\`${name}\`](${name}.md)`,
  settingsText(name),
  String(translator.pageBytes),
  formatAddress(translator.addressEnd),
  String(tablesForOnePage(machineFor(name))),
  moreText(translator),
];

const rows = Object.entries(translators).flatMap(([, translator]) =>
  translator.name === 'abstract' ? [] : [rowOf([translator.name, translator])],
);

/** spec/arch/machine.md. */
export const machinePage = (): string =>
  page(
    '# Machines',
    'What a kernel runs on: cores, memory, and for each place of a process an address space. A machine is a value\n(`arch/machine/machine.ts`); what tells kinds of machines apart is a `Translator`. The table at the end is made of\n`arch/machine/settings.ts`; a test keeps this page equal to it.',
    '## Spaces',
    "RAM begins with the share of each space: 16 KB for its root table, frames for further tables, frames for what its program\nhas. `abstract` keeps a map of pages. Every other machine keeps tables in simulated memory, which the kernel edits and hardware\nwalks; MIPS32 has no such tables, so the system's own are there, in two levels of 4 KB, whose entries are the words that the\nrefill handler writes to EntryLo0 and EntryLo1 (`arch/mips32/os-tables.ts`).",
    "Pages of programs have 4 KB. Each table has a frame of its own, also the small ones of ARM. A page without any right is not\nmapped (`noRights`), and where no frame is left for a table nothing changes (`noFrame`). Tables that hold nothing any more are\n*retired*: they are used again when no core has anything of the space to forget, and none may still walk to them. The\nkernel's own pages are not there: the half of addresses that is its own translates nothing.",
    '## What cores keep',
    'An access goes by the tables, or by anything that its core keeps of the page: these are its *ways*, and whoever steps the\nmachine chooses. A core keeps what it has walked to: the words that the walk has read, with the bits that it wrote, or the\nentry of the TLB that software has filled. By what it keeps rights are checked again at each access. Where an accessed or\ndirty bit would have to be written the hardware walks by the tables (SDM 3A 4.8), so that is no way of its own. Where an\nentry of MIPS32 faults the handler looks into the tables, so that is none either.',
    'A TLB may hold any valid entry, whether an access has come by or not. So an edit leaves with every core what it takes away or\nchanges, as a walk ahead of the edit would have seen it, with accessed bits set and dirty bits as they are. Of tables that\nit takes away, every core keeps also the entries of the tables above that led there (paging-structure caches, SDM 3A\n4.10.3; intermediate caches of walks, DDI 0487 D4.7). What these lead to is read from memory: nothing, as retired tables hold zeros\nand are not used for anything else (`arch/machine/isolation.prop.ts`); such a walk is made again, as a fault drops what it came of.',
    'Invalidation is of one page or of a space, at once on the core that asks, and on others at once or when they come to it\n(`shootdown`). The entry of MIPS32 maps a pair of pages, and real ones lose both; here the other page is kept, which is more than\nhardware can do. Cores keep the translations of spaces that do not run, as if each had an ASID or PCID of its own; that is\nmore than a processor without them keeps.',
    '## Devices',
    'What a device gives as an address is translated by a `DeviceTranslator` (`arch/machine/device-translator.ts`). Where the board has an\nIOMMU, tables of it lie behind the shares of spaces: the table of devices, aligned to its size; the context table of each bus\nof VT-d, which is there from the beginning and stays; for each domain a root, and on each level below as many tables as the\nframes of a share can lie in, and one. So no domain of a kernel that maps each frame at its own address lacks a table, as long as\nnone of them is retired. Which device is in which domain is words of memory, and nothing else is asked. Domains of SMMUv3 are second stages, of 39\nbits, so RAM of programs lies below. Domain 0 of a machine is number 1 of the hardware, as VT-d keeps 0 for itself with caching mode (D51397 6.1).',
    'An access goes as the tables say now, or by a translation that the IOMMU keeps of the page, or by a context that it keeps of a device\nthat was taken out of its domain: the words of the context entry as they were, and from there the tables as they are. An\nunmap leaves with the IOMMU the words that a walk ahead of it has read, and what led to tables that were taken away, as with\ncores. Tables are used again when nothing of the domain is to be forgotten, and none may still walk to them. Kept translations are those\nof a domain, whichever device asks. The abstract machine keeps a map for each domain, and a list of who is in it.',
    '`arch/machine/dma-law.prop.ts` tries the law below for devices, of both IOMMUs: whatever is mapped, unmapped, attached, detached, started, stopped and\ncompleted. It finds planted holes: the context entry of another domain, one that stays, a permission bit too many, an unmap that\nleaves the leaf, an IOMMU that forgets nothing, tables that are used too early, walks that do not see a permission bit. Devices have no rights but\nto read and to write, so `abstract` is given these. A kernel with two drivers and a hostile device has as many states on tables of either as on `abstract`, and isolates in\neach (`properties/devices/dma-isolation.slow.ts`). Writes to the doorbell go past every IOMMU ([0012](../decisions/0012-tables-of-domains.md)).',
    'Not modelled: what an IOMMU keeps of entries that are not present (caching mode), the queues of commands and of faults while a machine runs\n(`arch/iommu` has both), super pages of domains, device TLBs.',
    '## The law',
    'What a machine of tables can do, `abstract` can do as well: whatever is mapped, unmapped, protected, invalidated and completed,\nevery end of an access, over all its ways (a physical page, or a fault), is one that `abstract` can give in the same state; so they are equal\nwhere nothing is stale. `arch/machine/law.prop.ts` tries it on every format, and finds planted holes: a wrong permission\nbit of each format, an unmap that leaves the entry, an invalidation that does nothing, tables that are used too early. What formats\nhave no bits for is given to `abstract` as the format gives it ([differences](differences.md), D1 to D15); refusals are equal but for\n`noFrame` and D11.',
    'Not modelled: accessed bits that a walk ahead of any access writes; two entries of MIPS32 that match (a machine check), as the\nhandler writes none beside another; global pages; registers in which PAE keeps its four upper entries (an edit is seen as if CR3 were\nloaded after it).',
    '## Boards',
    '`boardMachine` is the machine that a board is: its cores, its architecture under its control bits, and the largest run of its\nRAM that tables of the format reach. Whether the shares of all spaces fit is told before (`findShortage`), with the bytes that are\nneeded and there. Memory of the kernel itself is not set aside.',
    '## Formats',
    'Control bits that are not said are as usual. The first page of a space takes so many tables besides the root; a page far from all others at most as many. A\nformat that gives execution with reading cannot keep W^X: [RISK-NO-WX](../risks.md#risk-no-wx). For `ept` and `armv8-s2` a program is a guest, and no\nboard has them.',
    table(['format', 'control bits', 'page', 'end of programs', 'tables', 'given besides'], rows),
  );
