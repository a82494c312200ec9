import { type EntityTarget, IsNull, LessThan, Not } from 'typeorm';
import { Problem } from '#core/problem';
import type { FileInTheMaking } from '#entities/FileInTheMaking';
import type { Context } from '#services/context';
import { keptSince } from '#services/madeFiles/madeFile';
import type { TellSteps } from '#services/madeFiles/tellSteps';
import { dropUnreferenced } from '#services/screening/fullTextContent';

class MakingStopped extends Error {}

/** One file that the worker is to make. */
export interface FileToMake {
  readonly row: FileInTheMaking | null;
  readonly change: (values: Partial<FileInTheMaking>) => Promise<unknown>;
  readonly isStopAsked: () => Promise<boolean>;
  readonly make: (tell: TellSteps) => Promise<Uint8Array>;
  readonly mostBytes: number;
  /** What its row says when it is there, and when it could not be made. */
  readonly ready: string;
  readonly failed: string;
}

/** Makes a file in the worker and keeps its row. Safe to do twice: a finished one is left alone. */
export async function makeFile(ctx: Context, file: FileToMake, isLastTry: boolean): Promise<void> {
  const { row, change } = file;
  if (!row || row.finishedAt) return;
  const finish = (state: 'done' | 'failed' | 'cancelled', sentence: string, stored: Partial<FileInTheMaking> = {}) =>
    change({ state, sentence, finishedAt: ctx.now(), ...stored });
  await change({ state: 'running', startedAt: row.startedAt ?? ctx.now() });
  try {
    const bytes = await file.make(async (doneCount, totalCount, sentence) => {
      await change({ doneCount, totalCount, sentence });
      if (await file.isStopAsked()) throw new MakingStopped();
    });
    const stored = await ctx.files.save(oneChunk(bytes), file.mostBytes);
    await finish('done', file.ready, { fileHash: stored.hash, bytes: stored.bytes });
  } catch (error) {
    if (error instanceof MakingStopped) await finish('cancelled', 'Stopped. No file was made.');
    else if (error instanceof Problem && error.kind !== 'unavailable') await finish('failed', error.message);
    else {
      if (isLastTry) await finish('failed', file.failed);
      throw error;
    }
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Removes the files of a table that have been kept long enough: a chore of the worker. Gives how many. */
export async function removeKeptLongEnough(ctx: Context, table: EntityTarget<FileInTheMaking>): Promise<number> {
  const old = { finishedAt: LessThan(keptSince(ctx)), fileHash: Not(IsNull()) };
  const rows = await ctx.db.findBy(table, old);
  await ctx.db.update(table, old, { fileHash: null, sentence: 'The file was kept for a week.' });
  dropUnreferenced(
    ctx,
    rows.flatMap(({ fileHash }) => fileHash ?? []),
  );
  return rows.length;
}
