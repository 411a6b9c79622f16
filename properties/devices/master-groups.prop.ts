import { describe, expect, it } from 'vitest';
import { boards } from '../../arch/boards/catalogue.ts';
import { boardNames } from '../../arch/boards/names.ts';
import { masterGroups } from './master-groups.ts';
import { searchDevices } from './search-devices.ts';

const namesOf = (devices: readonly { readonly name: string }[]): readonly string[] =>
  devices.map(({ name }) => name);

describe('masterGroups', () => {
  it.each(boardNames)(
    'are broken where the board lists the risk of it, and hold elsewhere: %s [DMA-1] [BOARD-4]',
    (name) => {
      const board = boards[name];
      const found = masterGroups(board).map(({ risk, searched }) => ({
        risk,
        ...searchDevices(searched),
      }));
      const shown = found.flatMap(({ risk, broken }) => (broken === undefined ? [] : [risk]));

      expect(found.filter(({ complete, rules }) => !complete || rules.length === 0)).toEqual([]);
      expect(shown).toEqual(
        board.risks.filter((id) => id === 'RISK-NO-IOMMU' || id === 'RISK-DMA-AROUND-IOMMU'),
      );
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it('have each master once, with the searched ones among them [DMA-1]', () => {
    const wrong = Object.values(boards).filter((board) => {
      const groups = masterGroups(board);
      const all = groups.flatMap(({ masters }) => namesOf(masters));
      const masters = namesOf(board.devices.filter(({ master }) => master !== undefined));
      const isForeign = groups.some(({ masters: own, searched }) =>
        searched.devices.some((one) => !own.includes(one)),
      );
      return isForeign || [...all].sort().join() !== [...masters].sort().join();
    });

    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('tell masters that go around the IOMMU from those that it sees [DMA-1]', () => {
    const groups = masterGroups(boards['virt-smmuv3']).map(({ masters, risk }) => [
      namesOf(masters).slice(0, 3),
      risk,
    ]);

    expect(groups).toEqual([
      [['virtioBlk', 'virtioNet'], undefined],
      [['fwCfg', 'virtioMmio0', 'virtioMmio1'], 'RISK-DMA-AROUND-IOMMU'],
    ]);
  });

  it('of a board whose IOMMU is taken away are one, and broken in two steps [DMA-1] [GATE-1]', () => {
    const [group, ...others] = masterGroups({ ...boards['generic-pc'], iommu: 'none' });

    expect(others).toEqual([]);
    expect(group?.risk).toBe('RISK-NO-IOMMU');
    expect(group === undefined ? undefined : searchDevices(group.searched).broken).toMatchObject({
      why: 'the device ahci reaches a frame of second-driver that is free, and in no domain of it',
      steps: ['first-driver: io.IO.RegisterMmio', 'ahci: dmaRead'],
    });
  });

  it('come to no right where no master can be registered: nothing is shown [DMA-1] [GATE-1]', () => {
    const board = boards['generic-pc'];
    const devices = board.devices.map((device) => ({ ...device, mmio: [], ports: [] }));
    const [group] = masterGroups({ ...board, devices });

    expect(group === undefined ? undefined : searchDevices(group.searched)).toMatchObject({
      rules: [],
      broken: undefined,
    });
  });
});
