import type { RemarkAudience, Stage } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { visibleRemarks } from '#services/remarks/readRemarks';

interface Row {
  readonly shown_on: string;
  readonly label_id: string;
  readonly person_id: string;
  readonly audience: RemarkAudience;
  readonly stage: Stage;
}

/** The records on which the viewer sees one of these labels; a label on a copy counts for the record that stands for it. */
export async function recordsLabelled(
  ctx: Context,
  viewer: ReviewStanding,
  labelIds: readonly string[],
): Promise<readonly string[]> {
  return [...new Set((await labelsSeen(ctx, viewer, labelIds)).map(row => row.shown_on))];
}

/** Each record with each label that the viewer sees on it. */
export async function labelsSeen(ctx: Context, viewer: ReviewStanding, labelIds: readonly string[]): Promise<Row[]> {
  const rows: Row[] = await ctx.db.query(
    `select coalesce(cluster.primary_record_id, put.record_id) as shown_on, put.label_id, put.person_id, put.stage,
       label.audience
     from record_labels put join labels label on label.review_id = put.review_id and label.label_id = put.label_id
     left join duplicate_members member on member.review_id = put.review_id and member.record_id = put.record_id
     left join duplicate_clusters cluster on cluster.review_id = member.review_id and cluster.cluster_id = member.cluster_id
     where put.review_id = $1 and put.label_id = any($2)`,
    [viewer.reviewId, labelIds],
  );
  return visibleRemarks(ctx, viewer, rows);
}
