import type { Context } from '#services/context';

/** The only way to read an index of words, and nothing worse for the few rows that are read beside it. */
const ONLY_BY_BITMAP =
  'set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off';

/**
 * Asks a question that looks for words. The planner doesn't know that the words of a record stand beside the table, and
 * where it expects a word in most records it would rather read them all than the index of words: twenty times as long.
 */
export function askByWords<Row>(ctx: Context, text: string, values: readonly unknown[]): Promise<Row[]> {
  return ctx.db.transaction(async db => {
    await db.query(ONLY_BY_BITMAP);
    return db.query(text, [...values]);
  });
}
