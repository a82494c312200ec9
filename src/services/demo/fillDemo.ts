import type { Context } from '#services/context';

export async function fillDemo(ctx: Context): Promise<void> {
  ctx.log.info({}, 'demo');
}
