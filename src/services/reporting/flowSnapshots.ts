import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { readPrismaCsv } from '#core/reporting/readPrismaCsv';
import { EarlierVersion } from '#entities/EarlierVersion';
import { FlowSnapshot } from '#entities/FlowSnapshot';
import { Review } from '#entities/Review';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standAtReport } from '#services/reporting/manuscript';
import { buildFlow } from '#services/reporting/readFlow';

/** Frozen flows, the newest first, and whether today's counts are still those of the newest. */
export async function listFlowSnapshots(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standAtReport(ctx, actor, reviewId);
  const rows = await ctx.db.find(FlowSnapshot, { where: { reviewId }, order: { number: 'DESC' } });
  const names = await namesOf(
    ctx,
    rows.map(row => row.frozenBy),
  );
  const { counts, flow } = await buildFlow(ctx, viewer);
  const today = canonicalJson(counts);
  return {
    snapshots: rows.map(({ snapshotId, number, frozenAt, frozenBy, counts: then }) => ({
      snapshotId,
      number,
      frozenAt,
      byName: names.get(frozenBy) ?? 'former member',
      isToday: canonicalJson(then) === today,
    })),
    may: {
      freeze: whyNotAct(viewer, 'writeReport') ?? whyNotFreeze(flow.waiting, flow.isFinal),
      setEarlier: whyNotAct(viewer, 'configure'),
    },
  };
}

function whyNotFreeze(waiting: number, isFinal: boolean): string | null {
  if (waiting > 0) return `Selection is in progress: ${waiting} left. A flow is frozen when nothing waits.`;
  return isFinal ? null : 'The numbers don’t agree. Put right what is named below, then freeze.';
}

/** Keeps the counts of a finished flow with their date. The same counts are kept once. */
export async function freezeFlow(ctx: Context, actor: Actor, reviewId: string): Promise<{ number: number }> {
  const viewer = await standAtReport(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'writeReport'));
  const { counts, flow } = await buildFlow(ctx, viewer);
  const why = whyNotFreeze(flow.waiting, flow.isFinal);
  if (why) throw new Problem('conflict', why);
  return perform(ctx, actor, 'freeze-flow', async tx => {
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const [newest] = await tx.db.find(FlowSnapshot, { where: { reviewId }, order: { number: 'DESC' }, take: 1 });
    if (newest && canonicalJson(newest.counts) === canonicalJson(counts)) {
      tx.changedNothing();
      return { number: newest.number };
    }
    const snapshotId = tx.newId();
    const number = (newest?.number ?? 0) + 1;
    await tx.db.insert(FlowSnapshot, {
      reviewId,
      snapshotId,
      number,
      counts,
      frozenBy: actor.personId,
      frozenAt: tx.now(),
    });
    tx.witness({ reviewId, subjectKind: 'flow-snapshot', subjectId: snapshotId, facts: { number } });
    return { number };
  });
}

/** The diagram of a frozen flow, drawn again from its counts. */
export async function drawFlowSnapshot(
  ctx: Context,
  actor: Actor,
  { reviewId, snapshotId }: { reviewId: string; snapshotId: string },
  palette: PaletteName,
): Promise<string> {
  await standAtReport(ctx, actor, reviewId);
  const row = await ctx.db.findOneBy(FlowSnapshot, { reviewId, snapshotId });
  if (!row) throw new Problem('not-found', 'There is no such frozen flow.');
  return prismaFigure(prismaFlow(row.counts), { palette: PALETTES[palette] });
}

/** Says that the review updates an earlier version, and what that one included; null makes it a new review again. */
export async function setEarlierVersion(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  earlier: { readonly studies: number; readonly reports: number } | null,
): Promise<void> {
  const viewer = await standAtReport(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'configure'));
  if (earlier && earlier.reports < earlier.studies) {
    throw new Problem('invalid', 'Each study has at least one report.', {}, [
      { pointer: '/body/earlier/reports', detail: `At least ${earlier.studies}.` },
    ]);
  }
  await perform(ctx, actor, 'set-earlier-version', async tx => {
    const before = await tx.db.findOne(EarlierVersion, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    if (!earlier ? !before : before?.studies === earlier.studies && before.reports === earlier.reports)
      return tx.changedNothing();
    if (!earlier) await tx.db.delete(EarlierVersion, { reviewId });
    else
      await tx.db.upsert(
        EarlierVersion,
        { reviewId, ...earlier, writtenBy: actor.personId, writtenAt: tx.now() },
        { conflictPaths: ['reviewId'] },
      );
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { ...earlier } });
  });
}

/** The flow of somebody's interchange file: its diagram and whether its numbers agree. Nothing is stored. */
export function readFlowFile(text: string, palette: PaletteName) {
  const flow = prismaFlow(readPrismaCsv(text));
  return {
    svg: prismaFigure(flow, { palette: PALETTES[palette] }),
    checks: flow.checks.map(({ identity, holds, sentence }) => ({ identity, holds, sentence })),
  };
}
