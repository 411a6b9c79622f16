/** A bit, or a small number, of the control registers that a walk depends on. */
export interface ControlBit<Name extends string> {
  readonly name: Name;
  /** How many bits it has. */
  readonly bits: number;
  /** Its value where nothing else is said. */
  readonly usual: number;
}

/** The value of a control bit: as it is set, or as usual. */
export const settingOf = <Name extends string>(
  bits: readonly ControlBit<Name>[],
  settings: Readonly<Partial<Record<Name, number>>>,
  name: Name,
): number => settings[name] ?? bits.find((bit) => bit.name === name)?.usual ?? 0;
