import { In } from 'typeorm';
import { canonicalJson } from '#core/audit/chain';
import { withEntry } from '#core/extraction/sheetContent';
import type { ValueSource } from '#core/extraction/valueSource';
import { Problem } from '#core/problem';
import type { ArmKind } from '#core/vocabulary';
import { Arm } from '#entities/Arm';
import { Report } from '#entities/Report';
import { Review } from '#entities/Review';
import { SearchRecord } from '#entities/SearchRecord';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { reshapeStudy, type StudyKey, writeValue } from '#services/extraction/writeStudy';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface StudyFields {
  readonly label: string;
  readonly year: number | null;
  readonly notes: string;
  readonly recordIds: readonly string[];
}

/** Adds a study with its reports, and the two arms that most trials have. */
export async function createStudy(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: StudyFields,
): Promise<{ id: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'extract'));
  const { recordIds, ...study } = fields;
  return perform(ctx, actor, 'add-study', async tx => {
    const studyId = tx.newId();
    const { extractionMode } = await tx.db.findOneByOrFail(Review, { reviewId });
    const made = { createdBy: actor.personId, createdAt: tx.now() };
    await tx.db.insert(Study, { reviewId, studyId, ...study, extractionMode, ...made });
    await tx.db.insert(Arm, [
      { reviewId, armId: tx.newId(), studyId, name: 'Intervention', kind: 'intervention', position: 0 },
      { reviewId, armId: tx.newId(), studyId, name: 'Comparator', kind: 'comparator', position: 1 },
    ]);
    await linkReports(tx, { reviewId, studyId }, recordIds);
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, facts: { reports: recordIds.length } });
    return { id: studyId };
  });
}

export async function updateStudy(ctx: Context, actor: Actor, key: StudyKey, fields: StudyFields): Promise<void> {
  const { recordIds, ...study } = fields;
  await reshapeStudy(ctx, actor, 'change-study', key, async tx => {
    await tx.db.update(Study, key, study);
    await linkReports(tx, key, recordIds);
  });
}

/** Removes a study with its arms and results. Its reports stay and can be linked again. */
export async function removeStudy(ctx: Context, actor: Actor, key: StudyKey): Promise<void> {
  await reshapeStudy(ctx, actor, 'remove-study', key, async tx => {
    await tx.db.update(Report, key, { studyId: null, updatedAt: tx.now() });
    await tx.db.delete(Study, key);
  });
}

async function linkReports(tx: DeedContext, key: StudyKey, recordIds: readonly string[]): Promise<void> {
  const { reviewId, studyId } = key;
  const ids = [...new Set(recordIds)];
  const known = await tx.db.countBy(SearchRecord, { reviewId, recordId: In(ids) });
  if (known !== ids.length) throw new Problem('not-found', 'One of the reports is not in this review.');
  await tx.db.update(Report, { reviewId, studyId }, { studyId: null, updatedAt: tx.now() });
  await addReports(tx, key, ids);
}

/** Adds records of the review to a study as its reports. */
export async function addReports(tx: DeedContext, key: StudyKey, recordIds: readonly string[]): Promise<void> {
  const { reviewId, studyId } = key;
  const updatedAt = tx.now();
  for (const recordId of new Set(recordIds)) {
    const { affected } = await tx.db.update(Report, { reviewId, recordId }, { studyId, updatedAt });
    if (!affected) {
      await tx.db.insert(Report, {
        reviewId,
        recordId,
        retrievalState: 'retrieved',
        notRetrievedReason: null,
        url: null,
        studyId,
        updatedAt,
      });
    }
  }
}

export interface ArmFields {
  readonly name: string;
  readonly kind: ArmKind;
  readonly position: number;
  readonly randomised: number | null;
  /** Not named, what is kept stays. */
  readonly nameSource?: ValueSource | null | undefined;
  readonly randomisedSource?: ValueSource | null | undefined;
}

export async function addArm(ctx: Context, actor: Actor, key: StudyKey, fields: ArmFields): Promise<{ id: string }> {
  const armId = ctx.newId();
  await reshapeStudy(ctx, actor, 'add-arm', key, async tx => {
    const { reviewId, studyId } = key;
    const { nameSource = null, randomisedSource = null, ...shape } = fields;
    for (const source of [nameSource, randomisedSource]) await requireReport(tx, reviewId, source);
    await tx.db.insert(Arm, { reviewId, studyId, armId, ...shape, nameSource, randomisedSource });
  });
  return { id: armId };
}

/**
 * Changes an arm. Its name and kind are what both extractors build on; how many were randomised is a value like others, so
 * that each writes it into the own sheet where two extract blind.
 */
export async function updateArm(
  ctx: Context,
  actor: Actor,
  key: StudyKey & { armId: string },
  fields: ArmFields,
): Promise<void> {
  const { reviewId, studyId, armId } = key;
  const before = await ctx.db.findOneBy(Arm, { reviewId, studyId, armId });
  if (!before) {
    insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'extract'));
    throw new Problem('not-found', 'There is no such arm.');
  }
  const { randomised, randomisedSource, nameSource = before.nameSource, ...named } = fields;
  const shape = { ...named, nameSource };
  const isReshaped =
    before.name !== shape.name ||
    before.kind !== shape.kind ||
    before.position !== shape.position ||
    canonicalJson(before.nameSource) !== canonicalJson(nameSource);
  if (isReshaped) {
    await reshapeStudy(ctx, actor, 'change-arm', key, async tx => {
      await requireReport(tx, reviewId, nameSource);
      await tx.db.update(Arm, { reviewId, studyId, armId }, shape);
    });
  }
  if (isReshaped && before.randomised === randomised && randomisedSource === undefined) return;
  await writeValue(ctx, actor, key, {
    deed: 'change-arm',
    toSheet: async (content, tx) => {
      const sources = content.randomisedSources ?? {};
      const source = sourceOfNumber(randomised, randomisedSource, sources[armId] ?? null);
      await requireReport(tx, reviewId, source);
      return {
        ...content,
        randomised: withEntry(content.randomised, armId, randomised),
        randomisedSources: withEntry(sources, armId, source),
      };
    },
    toTables: async tx => {
      const source = sourceOfNumber(randomised, randomisedSource, before.randomisedSource);
      await requireReport(tx, reviewId, source);
      await tx.db.update(Arm, { reviewId, studyId, armId }, { randomised, randomisedSource: source });
    },
  });
}

/** No number was read nowhere; a number that is changed without saying where keeps its place. */
function sourceOfNumber(
  number: number | null,
  given: ValueSource | null | undefined,
  before: ValueSource | null,
): ValueSource | null {
  if (number === null) return null;
  return given === undefined ? before : given;
}

export async function removeArm(ctx: Context, actor: Actor, key: StudyKey & { armId: string }): Promise<void> {
  await reshapeStudy(ctx, actor, 'remove-arm', key, async tx => {
    const { reviewId, studyId, armId } = key;
    const { affected } = await tx.db.delete(Arm, { reviewId, studyId, armId });
    if (!affected) throw new Problem('not-found', 'There is no such arm.');
  });
}
