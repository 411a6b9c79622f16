import { describe, expect, it } from 'vitest';
import { risks } from '../../spec/risks.ts';
import { boards } from './catalogue.ts';
import { risksOf } from './follows.ts';
import { boardNames } from './names.ts';

const all = boardNames.map((name) => boards[name]);

describe('residual risks', () => {
  it('are borne by some board each, so that none is a word without a case [BOARD-4]', () => {
    const borne = new Set(all.flatMap(risksOf));

    expect(risks.map(({ id }) => id).filter((id) => !borne.has(id))).toEqual([]);
  });

  it('name a board without an IOMMU, and none of the others [BOARD-4]', () => {
    const named = all.filter((board) => risksOf(board).includes('RISK-NO-IOMMU'));

    expect(named.map(({ name }) => name)).toEqual(
      boardNames.filter((name) => !['generic-pc', 'virt-smmuv3'].includes(name)),
    );
  });

  it('name the formats that cannot forbid execution, by what the formats do [BOARD-4]', () => {
    const named = all.filter((board) => risksOf(board).includes('RISK-NO-WX'));
    const pc = boards['generic-pc-32'];

    expect(named.map(({ name }) => name)).toEqual(['imx27', 'mips24k']);
    expect(risksOf({ ...pc, arch: 'x86' })).toContain('RISK-NO-WX');
    expect(risksOf({ ...pc, settings: { nxe: 0 } })).toContain('RISK-NO-WX');
  });

  it('need a master: a board without one has no DMA to check [BOARD-4]', () => {
    const { devices, ...rest } = boards['generic-pc-32'];
    const still = devices.map((device) => ({ ...device, master: undefined }));

    expect(risksOf({ ...rest, devices: still })).toEqual(['RISK-SHARED-LINE']);
  });
});
