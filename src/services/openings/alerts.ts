import { Problem } from '#core/problem';
import { matchesWish, type OpeningWish } from '#core/projects/matchesWish';
import { OpeningAlert } from '#entities/OpeningAlert';
import type { Actor, Context } from '#services/context';
import { listOpenings } from '#services/openings/readOpenings';
import { perform } from '#services/perform';

const MOST_KEPT = 20;

/** Keeps a search for openings. */
export async function keepSearch(
  ctx: Context,
  actor: Actor,
  input: { readonly name: string; readonly wish: OpeningWish },
): Promise<{ id: string }> {
  return perform(ctx, actor, 'keep-search', async tx => {
    if ((await tx.db.countBy(OpeningAlert, { personId: actor.personId })) >= MOST_KEPT)
      throw new Problem('conflict', `You keep ${MOST_KEPT} searches already. Drop one first.`);
    const alertId = tx.newId();
    const now = tx.now();
    await tx.db.insert(OpeningAlert, {
      ...{ personId: actor.personId, alertId, name: input.name, createdAt: now, lookedAt: now },
      wish: { ...input.wish },
    });
    tx.witness({ subjectKind: 'opening-alert', subjectId: alertId });
    return { id: alertId };
  });
}

/** The searches that a person keeps, with how many openings each finds and how many of them are new. */
export async function listAlerts(ctx: Context, actor: Actor) {
  const alerts = await ctx.db.find(OpeningAlert, {
    where: { personId: actor.personId },
    order: { createdAt: 'ASC' },
  });
  const listed = new Map<string, Awaited<ReturnType<typeof listOpenings>>>();
  const shown = [];
  for (const alert of alerts) {
    const { text } = alert.wish;
    const openings = listed.get(text) ?? (await listOpenings(ctx, actor, { text, state: 'open' }));
    listed.set(text, openings);
    const found = openings.filter(opening =>
      matchesWish(
        {
          ...opening,
          pay: opening.post.pay,
          workPlace: opening.post.workPlace,
          mayApply: opening.may.apply === null,
          isExcluded: opening.fit?.excludedBecause != null,
        },
        // What is new is what came since one looked, not what came this week.
        { ...alert.wish, isNew: false },
      ),
    );
    const fresh = found.filter(opening => opening.createdAt > alert.lookedAt);
    const newestAt = fresh.reduce<Date | null>(
      (last, { createdAt }) => (last && last > createdAt ? last : createdAt),
      null,
    );
    shown.push({ ...alert, found: found.length, fresh: fresh.length, newestAt });
  }
  return shown;
}

export async function lookAtAlert(ctx: Context, actor: Actor, alertId: string): Promise<void> {
  await perform(ctx, actor, 'look-at-search', async tx => {
    const mine = { personId: actor.personId, alertId };
    const { affected } = await tx.db.update(OpeningAlert, mine, { lookedAt: tx.now() });
    if (!affected) throw new Problem('not-found', 'You keep no such search.');
    tx.witness({ subjectKind: 'opening-alert', subjectId: alertId });
  });
}

export async function dropAlert(ctx: Context, actor: Actor, alertId: string): Promise<void> {
  await perform(ctx, actor, 'drop-search', async tx => {
    const { affected } = await tx.db.delete(OpeningAlert, { personId: actor.personId, alertId });
    if (!affected) throw new Problem('not-found', 'You keep no such search.');
    tx.witness({ subjectKind: 'opening-alert', subjectId: alertId });
  });
}
