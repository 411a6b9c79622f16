/**
 * Bits that stand in one place in every long descriptor that has them.
 *
 * Shape: `tables…` are those of references to tables, and limit what lies below them.
 * Source: DDI 0487 D4.3.1 to D4.3.3; DDI 0406C B3.6.
 */
export const descriptorBits = {
  valid: 0,
  /** 1 for a table, and at level 3 for a page; 0 for a block. */
  type: 1,
  /** AP[1]: EL0, or PL0, too. Of a second stage S2AP[0]: may be read. */
  unprivileged: 6,
  /** AP[2]: read-only. Of a second stage S2AP[1]: may be written. */
  writing: 7,
  accessFlag: 10,
  dirtyModifier: 51,
  privilegedExecuteNever: 53,
  /** UXN of VMSAv8-64; XN of others. */
  executeNever: 54,
  tablesPrivilegedExecuteNever: 59,
  tablesExecuteNever: 60,
  tablesPrivileged: 61,
  tablesReadOnly: 62,
} as const;
