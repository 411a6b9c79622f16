/** Exit statuses of every command. */
export const exits = { fine: 0, fault: 1, usage: 2, defect: 3, toolMissing: 4 } as const;

export type Exit = (typeof exits)[keyof typeof exits];
