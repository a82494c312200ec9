import type { Context } from '#services/context';
import { type News, notify } from '#services/notifications/notify';
import { perform } from '#services/perform';

/** Something that is due, for these people. */
export interface Due extends News {
  readonly personIds: readonly string[];
}

/**
 * Tells what is due. Nobody's deed: it follows from days and from what is stored. Who has been told of the same thing
 * is not told again, however often this runs and however many workers run it. Gives how many were told.
 */
export async function remind(ctx: Context, dues: readonly Due[]): Promise<number> {
  if (dues.length === 0) return 0;
  return perform(ctx, null, 'remind', async tx => {
    let told = 0;
    // In one order for all workers: two that tell the same at once wait for each other, and don't lock each other out.
    const inOrder = [...dues].sort((a, b) => (a.kind + a.about < b.kind + b.about ? -1 : 1));
    for (const { personIds, ...news } of inOrder) told += await notify(tx, [...personIds].sort(), news);
    if (told === 0) tx.changedNothing();
    else tx.witness({ subjectKind: 'reminder', subjectId: tx.newId(), facts: { told } });
    return told;
  });
}

/** The day at an instant at Greenwich, some days later. */
export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
