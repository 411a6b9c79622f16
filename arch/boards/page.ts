import { page, table } from '../../spec/markdown.ts';
import { risks } from '../../spec/risks.ts';
import type { Board, IommuKind, MapRegion } from './board.ts';
import { formatAddress } from './complaint.ts';
import { formatPci, isProgrammable } from './device.ts';
import type { Device, Engine, Master, MasterId } from './device.ts';
import { endOf } from './region.ts';
import type { Region } from './region.ts';

const iommuWords: Readonly<Record<IommuKind, string>> = {
  none: 'none',
  vtd: 'VT-d',
  smmuv3: 'SMMUv3',
};

const engineWords: Readonly<Record<Engine, string>> = {
  own: 'its own data',
  copies: 'copies by descriptors',
  scripts: 'runs scripts',
  firmware: 'runs firmware',
};

const runOf = (region: Region): string =>
  region.bytes === 0
    ? formatAddress(region.base)
    : `${formatAddress(region.base)}–${formatAddress(endOf(region) - 1)}`;

const listed = (parts: readonly string[]): string => (parts.length === 0 ? '–' : parts.join(', '));

const idOf = (id: MasterId): string => {
  switch (id.kind) {
    case 'pci':
      return formatPci(id.function);
    case 'stream':
      return `stream ${String(id.stream)}`;
    case 'unremapped':
      return 'unremapped';
  }
};

const masterText = (master: Master): string =>
  `${idOf(master.id)}: ${engineWords[master.engine]}${isProgrammable(master) ? ' (programmable)' : ''}`;

const settingsText = ({ settings }: Board): string =>
  listed(Object.entries(settings).map(([name, value]) => `\`${name}\` ${String(value)}`));

const summary = (board: Board): string => {
  const { interrupts } = board;
  const last = interrupts.first + interrupts.lines - 1;
  const { doorbell } = interrupts;
  const remapped = interrupts.remapping ? 'remapped' : 'not remapped';
  return table(
    ['what', 'value'],
    [
      ['cores', String(board.cores)],
      ['architecture', `\`${board.arch}\` ([walk](../formats/walk.md))`],
      ['control bits that are not as usual', settingsText(board)],
      ['bits of a physical address', String(board.physicalBits)],
      ['bytes of a page', String(board.pageBytes)],
      ['interrupt controller', `\`${interrupts.kind}\``],
      ['its lines', `${String(interrupts.first)}–${String(last)}`],
      ['interrupt messages', doorbell === undefined ? 'none' : `${runOf(doorbell)}, ${remapped}`],
      ['source of these', interrupts.source],
      ['IOMMU', iommuWords[board.iommu]],
      ['source', board.source],
    ],
  );
};

const mapRow = (region: MapRegion): readonly string[] => [
  region.name,
  region.holds,
  runOf(region),
  `${String(region.bytes / 1024)} KB`,
  region.source,
];

const deviceRow = ({ name, role, mmio, ports, lines, master, source }: Device) => [
  name,
  role,
  listed(mmio.map(runOf)),
  listed(ports.map(({ first, count }) => runOf({ base: first, bytes: count }))),
  listed(lines.map(String)),
  master === undefined ? '–' : masterText(master),
  source,
];

const sharedSection = ({ sharedPages, sharedLines }: Board): string => {
  const rows = [
    ...sharedPages.map(({ base, devices }) => [`page ${formatAddress(base)}`, devices.join(', ')]),
    ...sharedLines.map(({ line, devices }) => [`line ${String(line)}`, devices.join(', ')]),
  ];
  return rows.length === 0 ? 'Nothing.' : table(['what', 'by'], rows);
};

const risksSection = (board: Board): string =>
  risks
    .filter(({ id }) => board.risks.includes(id))
    .map(({ id, statement }) => `- [${id}](../risks.md#${id.toLowerCase()}): ${statement}`)
    .join('\n');

/** spec/boards/NAME.md. */
export const boardPage = (board: Board): string =>
  page(
    `# ${board.name}: ${board.title}`,
    `The source is \`arch/boards/data/${board.name}.ts\`; a test keeps this page equal to it. Files of Linux,\nQEMU, U-Boot, barebox and coreboot are named by path, device trees by node; a value "from memory" was written down without its document at hand. Sources say\nwhere registers and lines are; which devices are masters, and what drives their DMA, is from memory where they do not.`,
    ...board.notes,
    summary(board),
    '## Memory map',
    table(['name', 'holds', 'addresses', 'size', 'source'], board.map.map(mapRow)),
    '## Devices',
    table(
      ['name', 'role', 'registers', 'ports', 'lines', 'DMA', 'source'],
      board.devices.map(deviceRow),
    ),
    '## What devices share',
    sharedSection(board),
    '## Residual risks',
    risksSection(board),
  );

/** spec/boards/README.md. */
export const boardsPage = (boards: readonly Board[]): string =>
  page(
    '# Boards',
    "What there is a description of, as `--board` names it. The source of each is a file of `arch/boards/data`; a test\nkeeps these pages equal to them. A board of one's own: [formats/board.md](../formats/board.md). What the risks say:\n[risks.md](../risks.md). Programmable DMA of the i.MX 6: [sdma.md](sdma.md).",
    table(
      ['board', 'what', 'cores', 'architecture', 'IOMMU', 'residual risks'],
      boards.map(({ name, title, cores, arch, iommu, risks: ids }) => [
        `[${name}](${name}.md)`,
        title,
        String(cores),
        arch,
        iommuWords[iommu],
        ids.join(', '),
      ]),
    ),
  );
