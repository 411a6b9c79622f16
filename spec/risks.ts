/**
 * Something that a board lets happen whatever the kernel does.
 *
 * Shape: `follows` says what of a board makes it so, `eased` what makes it smaller.
 */
interface Risk {
  readonly id: string;
  readonly statement: string;
  readonly follows: string;
  readonly eased: string;
}

/** Every residual risk that a board can have. Ids are permanent. */
export const risks = [
  {
    id: 'RISK-NO-IOMMU',
    statement:
      "Nothing checks DMA: whoever programs a master reads and writes all memory, the kernel's and that of every process. Isolation holds only between those who hold no master.",
    follows: 'the board has masters and no IOMMU',
    eased:
      'giving masters only to drivers that are trusted as the kernel is, and counting these to the trusted base',
  },
  {
    id: 'RISK-DMA-AROUND-IOMMU',
    statement:
      'The board has an IOMMU, and it does not see the DMA of every master: those that go around it reach all memory.',
    follows: 'the board has an IOMMU and a master whose DMA is not remapped',
    eased: 'not giving these masters to a driver that is not trusted',
  },
  {
    id: 'RISK-MSI-NOT-REMAPPED',
    statement:
      'A message-signalled interrupt is a memory write, and nothing says which device may write which: whoever programs a master raises any interrupt on any core, those of other drivers and of the kernel included.',
    follows:
      'the board has masters and an address where writes become interrupts, and does not remap interrupts',
    eased: 'the same as without an IOMMU: trust in who holds a master',
  },
  {
    id: 'RISK-NO-WX',
    statement:
      'The format of page tables cannot forbid execution: whatever a process can write, and whatever it can read, it can execute, so data that an attacker supplies may become code.',
    follows:
      'a page that is asked for as writable and not executable is executable, under the control bits of the board',
    eased: 'another format where the processor has one (x86-pae in place of x86)',
  },
  {
    id: 'RISK-SDMA',
    statement:
      'A DMA engine runs programs that software loads. Whoever may load them, or write the memory that they are loaded from, moves any data between any addresses, in the name of every client of the engine (spec/boards/sdma.md).',
    follows: 'a master of the board runs scripts',
    eased: 'one trusted driver that alone holds the engine, and loads only scripts that it knows',
  },
  {
    id: 'RISK-COPROCESSOR',
    statement:
      'Another processor runs firmware of its own with access to memory: it does what its firmware does, which is no part of the solution and is not modelled.',
    follows: 'a master of the board runs firmware',
    eased: 'keeping it in reset where the board allows; trust in its firmware otherwise',
  },
  {
    id: 'RISK-DMA-ENGINE',
    statement:
      'A DMA engine copies between any addresses that its descriptors name, for several devices: whoever programs it reaches what all of its clients reach, and its clients share its channels.',
    follows: 'a master of the board copies between any addresses',
    eased: 'one trusted driver that alone holds the engine and checks what its clients ask for',
  },
  {
    id: 'RISK-SHARED-PAGE',
    statement:
      'Registers of several devices lie in one page, the smallest that can be mapped: a driver that maps one device reaches the others.',
    follows: 'a page holds registers of two devices',
    eased: 'giving all devices of the page to one driver',
  },
  {
    id: 'RISK-SHARED-LINE',
    statement:
      'Several devices raise one interrupt line: a driver learns when another device raises it, and can keep it raised or masked, so that the others are not heard.',
    follows: 'two devices have an interrupt line in common',
    eased: 'giving all devices of the line to one driver',
  },
] as const satisfies readonly Risk[];

export type RiskId = (typeof risks)[number]['id'];

const [first, ...others] = risks;

/** The ids, in the order of their definition. */
export const riskIds: readonly [RiskId, ...RiskId[]] = [first.id, ...others.map(({ id }) => id)];
