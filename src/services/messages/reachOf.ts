import { IsNull, Not } from 'typeorm';
import { MessageBlock } from '#entities/MessageBlock';
import { MessageStop } from '#entities/MessageStop';
import { Person } from '#entities/Person';
import type { Context } from '#services/context';

/** Whether one person's note may reach another one, by the blocks and stops of messages. */
export async function reachOf(ctx: Context, personId: string, otherId: string) {
  return {
    hasBlocked: await ctx.db.existsBy(MessageBlock, { personId, blockedId: otherId }),
    isBlocked: await ctx.db.existsBy(MessageBlock, { personId: otherId, blockedId: personId }),
    isGone: await ctx.db.existsBy(Person, { personId: otherId, deletedAt: Not(IsNull()) }),
    stoppedBecause: (await ctx.db.findOneBy(MessageStop, { personId }))?.because ?? null,
  };
}
