/** What the reader and the check of a board can say. Codes are permanent. */
export const boardCodes = {
  'BRD-001': 'A member is missing, or is of another kind.',
  'BRD-002': 'The board has more faults than are told.',
  'BRD-003': 'A number is none, or has more bits than what it is for.',
  'BRD-004': 'A member that boards do not have.',
  'BRD-005': 'A name is empty, or two have the same.',
  'BRD-006': 'A board without a core.',
  'BRD-007': 'The architecture translates addresses of guests, not of programs.',
  'BRD-008': 'A control bit that the architecture does not have, or a value that it cannot take.',
  'BRD-009': 'A page size that the architecture does not have.',
  'BRD-010': 'More bits of a physical address than the architecture has, or none.',
  'BRD-011': 'A region of the map is empty, or not of whole pages.',
  'BRD-012': 'A region of the map lies beyond the physical addresses.',
  'BRD-013': 'Two regions of the map overlap.',
  'BRD-014': 'A board without memory for processes.',
  'BRD-015': 'Registers, or an address for interrupt messages, outside the map of devices.',
  'BRD-016': 'Registers of two devices overlap, or a run of registers is empty.',
  'BRD-017': 'Devices share a page, which is not said; or it is said, and they do not.',
  'BRD-018': 'Ports that the architecture does not have.',
  'BRD-019': 'Ports of two devices overlap, or a run of ports is empty.',
  'BRD-020': 'An interrupt line that the controller does not have.',
  'BRD-021': 'Devices share an interrupt line, which is not said; or it is said, and they do not.',
  'BRD-022': 'Two masters cannot be told apart.',
  'BRD-023': 'A master is identified in a way that the board does not have.',
  'BRD-024':
    'An IOMMU that the architecture does not have, or without its registers; or interrupts remapped by nothing.',
  'BRD-025': 'No device has a role that is needed.',
  'BRD-026': 'A residual risk that follows and is not listed, or is listed and does not follow.',
} as const satisfies Record<`${string}-${number}`, string>;

export type BoardCode = keyof typeof boardCodes;
