import { MessageBlock } from '#entities/MessageBlock';
import { MessageStop } from '#entities/MessageStop';
import type { Context } from '#services/context';

/** Whether one person's note may reach another one, by the blocks and stops of messages. */
export async function reachOf(ctx: Context, personId: string, otherId: string) {
  return {
    hasBlocked: await ctx.db.existsBy(MessageBlock, { personId, blockedId: otherId }),
    isBlocked: await ctx.db.existsBy(MessageBlock, { personId: otherId, blockedId: personId }),
    stoppedBecause: (await ctx.db.findOneBy(MessageStop, { personId }))?.because ?? null,
  };
}
