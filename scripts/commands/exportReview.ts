import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Problem } from '#core/problem';
import { STAGES } from '#core/vocabulary';
import { Review } from '#entities/Review';
import type { Command } from '#scripts/command';
import { withDatabase } from '#scripts/withDatabase';
import { archiveEntries } from '#services/reporting/exportReview';
import { rulesOf } from '#services/standing';

/** `pooled export-review ID -o ZIP`: the whole review as one archive, for who keeps the installation. */
export const command: Command = {
  summary: 'write a whole review into one ZIP',
  help: `pooled export-review REVIEW_ID [-o REVIEW.zip]

Writes the whole review of the database of DATABASE_URL, or of the embedded one, into a ZIP that import-review reads.

Example: pooled export-review 0198c0de-… -o review.zip`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string', short: 'o', default: 'review.zip' } },
      allowPositionals: true,
    });
    const [reviewId, ...rest] = positionals;
    if (!reviewId || rest.length > 0)
      throw new Problem('invalid', 'Call it as "pooled export-review REVIEW_ID [-o ZIP]".');
    const bytes = await withDatabase(async ctx => {
      const review = await ctx.db.findOneBy(Review, { reviewId });
      if (!review) throw new Problem('not-found', `There is no review ${reviewId}.`);
      const { projectId, closedStages, createdBy } = review;
      const rules = rulesOf(review);
      // Who keeps the machine holds the database itself; blinding is for the people of the review.
      const viewer = {
        ...{ personId: createdBy, projectId, reviewId, roles: ['lead' as const], rules, closedStages },
        ...{ screensAt: STAGES, settlesAt: STAGES },
      };
      return ctx.zip.pack(await archiveEntries(ctx, viewer));
    });
    await writeFile(values.out, bytes);
    io.say(`${values.out}: ${bytes.length.toLocaleString('en-US')} bytes`);
    return 0;
  },
};
