/** Why an expression has no value, in words: one text for interpreter and compiled engine. */
export const reasons = {
  notScalars: 'the two sides are not scalars of one kind',
  operandNotBoolean: (operator: string) => `an operand of ${operator} is not a Boolean`,
  operandNotInteger: (operator: string) => `an operand of ${operator} is not an integer`,
  notBoolean: 'this is not a Boolean',
  notInteger: 'this is not an integer',
  noField: (field: string) => `there is no field "${field}"`,
  unreadable: 'the contents of bytes cannot be read',
  notList: 'this is not a list',
  noElement: (position: bigint, length: number) =>
    `there is no element ${String(position)} of ${String(length)}`,
  noSize: 'this has no size',
  noVariable: (name: string) => `there is no "${name}" here`,
  noObject: (name: string) => `there is no policy object "${name}"`,
  noCase: 'no case fits the value',
  caseNotConstant: 'a case is a constant',
} as const;
