import { findTool } from '#core/appraisal/appraisalTools';
import type { AppraisalTool } from '#core/appraisal/tool';
import { Problem } from '#core/problem';
import { Appraisal } from '#entities/Appraisal';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import { Assessment } from '#entities/Assessment';
import type { AssessCase } from '#policies/appraisal';
import type { Actor, Context } from '#services/context';
import type { DeedContext } from '#services/perform';

export interface AppraisalKey {
  readonly reviewId: string;
  readonly appraisalId: string;
}

/** An appraisal with all that was said about it. What of it may be shown is for the policies. */
export interface WholeAppraisal {
  readonly appraisal: Appraisal;
  readonly tool: AppraisalTool;
  readonly assessments: readonly Assessment[];
  readonly consensus: AppraisalConsensus | null;
}

export async function loadAppraisal(ctx: Context, key: AppraisalKey): Promise<WholeAppraisal> {
  return loadRest(ctx, await ctx.db.findOneBy(Appraisal, pick(key)));
}

/** As above, held against everybody else until the deed is done: two assessors may finish at the same moment. */
export async function holdAppraisal(tx: DeedContext, key: AppraisalKey): Promise<WholeAppraisal> {
  return loadRest(tx, await tx.db.findOne(Appraisal, { where: pick(key), lock: { mode: 'pessimistic_write' } }));
}

function pick({ reviewId, appraisalId }: AppraisalKey): AppraisalKey {
  return { reviewId, appraisalId };
}

async function loadRest(ctx: Context, appraisal: Appraisal | null): Promise<WholeAppraisal> {
  if (!appraisal) throw new Problem('not-found', 'There is no such appraisal.');
  const { reviewId, appraisalId } = appraisal;
  const order = { startedAt: 'ASC', assessmentId: 'ASC' } as const;
  return {
    appraisal,
    tool: toolOf(appraisal),
    assessments: await ctx.db.find(Assessment, { where: { reviewId, appraisalId }, order }),
    consensus: await ctx.db.findOneBy(AppraisalConsensus, { reviewId, appraisalId }),
  };
}

/** The questions and rules of a stored appraisal's tool. */
export function toolOf({ tool, variant }: Pick<Appraisal, 'tool' | 'variant'>): AppraisalTool {
  const found = findTool(tool, variant);
  if (!found) throw new Problem('conflict', `This version of Pooled doesn't know the tool "${tool} ${variant}".`);
  return found.tool;
}

/** Where a person and everybody else stand with an appraisal. */
export function caseOf(
  {
    appraisal,
    assessments,
    consensus,
  }: {
    readonly appraisal: Pick<Appraisal, 'assessorsNeeded'>;
    readonly assessments: readonly Pick<Assessment, 'personId' | 'finishedAt'>[];
    readonly consensus: object | null;
  },
  actor: Pick<Actor, 'personId'>,
): AssessCase {
  const mine = assessments.find(one => one.personId === actor.personId);
  const finished = assessments.filter(one => one.finishedAt !== null).length;
  return {
    needed: appraisal.assessorsNeeded,
    finished,
    begun: assessments.length,
    isSettled: consensus !== null || (appraisal.assessorsNeeded === 1 && finished > 0),
    isMine: mine !== undefined,
    isMineFinished: (mine?.finishedAt ?? null) !== null,
  };
}
