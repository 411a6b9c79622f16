import type { Exit } from '../failure.ts';

/** Takes what a command ended with. */
export type End = (exit: Exit) => void;
