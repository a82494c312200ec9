import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import type { QueryProblem } from '#core/protocol/queryTree';
import type { Question as AskedQuestion } from '#core/protocol/question';
import { SEARCH_FILTERS } from '#core/protocol/searchFilters';
import type { Frame } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { Question, type QuestionSlot } from '#entities/Question';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

export interface QuestionFields {
  readonly frame: Frame;
  readonly title: string;
  readonly slots: QuestionSlot[];
  readonly filters: string[];
  readonly languages: string[];
  readonly publishedFrom: number | null;
  readonly publishedTo: number | null;
}

/** A question as `core/protocol` reads it. */
export function askedQuestion(fields: QuestionFields): AskedQuestion {
  const { frame, title, slots, filters, languages, publishedFrom, publishedTo } = fields;
  const isLimited = publishedFrom !== null || publishedTo !== null;
  return {
    frame,
    title,
    slots,
    filters,
    languages,
    ...(isLimited ? { published: { from: publishedFrom, to: publishedTo } } : {}),
  };
}

/** The question with its criteria, the newest version first. */
export async function readQuestion(ctx: Context, actor: Actor, reviewId: string) {
  const standing = await standInReview(ctx, actor, reviewId);
  const rows = await ctx.db.find(Question, { where: { reviewId }, order: { version: 'DESC' } });
  const names = await namesOf(
    ctx,
    rows.map(row => row.createdBy),
  );
  const versions = rows.map(row => ({ ...row, createdByName: names.get(row.createdBy) ?? 'former member' }));
  return {
    current: versions[0] ?? null,
    versions,
    criteria: await listCriteria(ctx, reviewId),
    filters: SEARCH_FILTERS.map(({ name, label, citation, loses }) => ({ name, label, citation, loses })),
    needsReason: rows.length > 0 && (await hasScreeningBegun(ctx, reviewId)),
    may: { edit: whyNotAct(standing, 'editQuestion') },
  };
}

/** Whether anybody has been asked to screen, or has decided: from then on a change of the question needs its reason. */
async function hasScreeningBegun(ctx: Context, reviewId: string): Promise<boolean> {
  return (
    (await ctx.db.existsBy(ScreeningAssignment, { reviewId })) ||
    (await ctx.db.existsBy(ScreeningDecision, { reviewId }))
  );
}

/** Criteria in force, in the protocol's order. */
export async function listCriteria(ctx: Context, reviewId: string): Promise<Criterion[]> {
  return ctx.db.find(Criterion, {
    where: { reviewId, retiredAt: IsNull() },
    order: { position: 'ASC', createdAt: 'ASC', criterionId: 'ASC' },
  });
}

/**
 * Saves the next version. A search string written by hand is kept as it is, mistakes and all, and the mistakes are
 * named; without one the string follows from the slots.
 */
export async function saveQuestion(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: QuestionFields & { readonly basedOn: number; readonly searchString: string | null; readonly reason: string },
): Promise<{ version: number; problems: QueryProblem[] }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'editQuestion'));
  const { basedOn, searchString, reason, ...fields } = input;
  const drafted = buildQuery(askedQuestion(fields)).query;
  const own = searchString?.trim() ?? '';
  const isSearchStringEdited = own !== '' && own !== drafted;
  const text = isSearchStringEdited ? own : drafted;
  return perform(ctx, actor, 'agree-question', async tx => {
    const newest = await tx.db.findOne(Question, { where: { reviewId }, order: { version: 'DESC' } });
    if ((newest?.version ?? 0) !== basedOn) {
      throw new Problem('conflict', 'Somebody else saved a new version of the question first. Load it and try again.', {
        newest: newest?.version ?? 0,
      });
    }
    if (newest && reason.trim() === '' && (await hasScreeningBegun(tx, reviewId))) {
      throw new Problem('invalid', 'Screening has begun: say why the question changes, so that the report can.', {}, [
        { pointer: '/body/reason', detail: 'Write why the question changes.' },
      ]);
    }
    const questionId = tx.newId();
    await tx.db.insert(Question, {
      reviewId,
      questionId,
      version: basedOn + 1,
      ...fields,
      searchString: text,
      isSearchStringEdited,
      reason,
      createdBy: actor.personId,
      createdAt: tx.now(),
    });
    tx.witness({ reviewId, subjectKind: 'question', subjectId: questionId, facts: { version: basedOn + 1 } });
    return { version: basedOn + 1, problems: [...checkQuery(text).problems] };
  });
}
