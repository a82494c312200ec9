import { leadingAuthors, outreachLetter } from '#core/people/leadingAuthors';
import type { OutreachState } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import type { RecordAuthor } from '#core/searching/record';
import { Outreach } from '#entities/Outreach';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { leadsOf } from '#services/projects/readProjects';
import { ACTIVE_RECORDS, IS_PRIMARY, WITH_CLUSTER } from '#services/records/activeRecords';
import { requireProject, standInReview } from '#services/standing';

const MOST_AUTHORS = 40;
/** The newest so many are read: enough to know who works on a topic now, within a second. */
const MOST_RECORDS = 5_000;

interface Row {
  readonly title: string;
  readonly year: number | null;
  readonly authors: readonly RecordAuthor[] | null;
  readonly mesh: readonly { readonly name: string }[] | null;
}

/** Who publishes most on a review's topic, counted among all records found: what was included is never read. */
export async function findFaculty(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotLead(viewer));
  const rows: Row[] = await ctx.db.query(
    `select record.title, record.year, record.details->'authors' as authors, record.details->'meshHeadings' as mesh
     from ${ACTIVE_RECORDS} ${WITH_CLUSTER}
     where record.review_id = $1 and ${IS_PRIMARY} order by record.year desc nulls last limit ${MOST_RECORDS}`,
    [reviewId],
  );
  const authors = leadingAuthors(
    rows.map(row => ({
      ...{ title: row.title, year: row.year, authors: row.authors ?? [] },
      meshHeadings: (row.mesh ?? []).map(heading => heading.name),
    })),
    MOST_AUTHORS,
  );
  const { title, summary, projectId } = await requireProject(ctx, viewer.projectId);
  const leadName = (await leadsOf(ctx, [projectId])).get(projectId) ?? '';
  const logged = await ctx.db.find(Outreach, { where: { reviewId }, order: { createdAt: 'DESC' } });
  const today = ctx.now().toISOString().slice(0, 10);
  return {
    read: rows.length,
    authors: authors.map(author => ({ ...author, letter: outreachLetter(author, { title, summary, leadName }) })),
    outreach: logged.map(one => ({
      ...one,
      isDue: one.remindOn !== null && one.remindOn <= today && (one.state === 'planned' || one.state === 'contacted'),
    })),
  };
}

/** Puts an author on the list, once. */
export async function planOutreach(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  author: Pick<Outreach, 'authorKey' | 'name' | 'affiliation' | 'letter'>,
): Promise<{ id: string }> {
  insist(whyNotLead(await standInReview(ctx, actor, reviewId)));
  return perform(ctx, actor, 'plan-outreach', async tx => {
    const outreachId = tx.newId();
    await tx.db.insert(Outreach, {
      ...{ reviewId, outreachId, ...author, state: 'planned', note: '', contactedOn: null, remindOn: null },
      ...{ createdBy: actor.personId, createdAt: tx.now() },
    });
    tx.witness({ reviewId, subjectKind: 'outreach', subjectId: outreachId });
    return { id: outreachId };
  });
}

/** Notes how it stands with somebody: contacted, answered, declined. */
export async function logOutreach(
  ctx: Context,
  actor: Actor,
  input: {
    readonly reviewId: string;
    readonly outreachId: string;
    readonly state: OutreachState;
    readonly letter: string;
    readonly note: string;
    readonly contactedOn: string | null;
    readonly remindOn: string | null;
  },
): Promise<void> {
  const { reviewId, outreachId, ...change } = input;
  insist(whyNotLead(await standInReview(ctx, actor, reviewId)));
  await perform(ctx, actor, 'log-outreach', async tx => {
    const { affected } = await tx.db.update(Outreach, { reviewId, outreachId }, change);
    if (!affected) throw new Problem('not-found', 'Nobody of this kind is on the list.');
    tx.witness({ reviewId, subjectKind: 'outreach', subjectId: outreachId, facts: { state: input.state } });
  });
}
