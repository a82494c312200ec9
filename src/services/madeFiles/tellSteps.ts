/** Tells how many steps of how many are done, and which comes now. What it throws ends the work. */
export type TellSteps = (done: number, total: number | null, sentence: string) => Promise<void>;

/** For work that nobody watches. */
export const TELL_NOBODY: TellSteps = async () => {};
