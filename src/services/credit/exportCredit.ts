import { evidenceSheet } from '#core/credit/evidenceSheet';
import { icmjeStatus } from '#core/credit/icmjeStatus';
import { jatsContributors } from '#core/credit/jatsContributors';
import { Review } from '#entities/Review';
import { verifyReview } from '#services/audit/verifyAudit';
import type { Actor, Context } from '#services/context';
import { authorsOf, confirmed, creditStanding, forThePaper } from '#services/credit/creditStanding';
import { readClaims } from '#services/credit/readClaims';
import { standInReview } from '#services/standing';

export type CreditFile = 'contributions.txt' | 'contributors.xml' | 'acknowledgements.txt' | 'evidence-sheet.md';

const TYPES: Readonly<Record<CreditFile, string>> = {
  'contributions.txt': 'text/plain; charset=utf-8',
  'contributors.xml': 'application/xml; charset=utf-8',
  'acknowledgements.txt': 'text/plain; charset=utf-8',
  'evidence-sheet.md': 'text/markdown; charset=utf-8',
};

/** What the paper prints of the team's credit, and one's own evidence sheet. */
export async function exportCredit(ctx: Context, actor: Actor, reviewId: string, file: CreditFile) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const standing = await creditStanding(ctx, viewer);
  const claims = confirmed(await readClaims(ctx, viewer, standing.team));
  const content = async (): Promise<string> => {
    if (file === 'contributors.xml') return jatsContributors(authorsOf(standing, claims), claims);
    const paper = forThePaper(standing, claims);
    if (file === 'contributions.txt') return `${paper.statement}\n`;
    if (file === 'acknowledgements.txt') return `${paper.acknowledgements}\n`;
    const review = await ctx.db.findOneByOrFail(Review, { reviewId });
    const { chain } = await verifyReview(ctx, reviewId);
    const { personId } = actor;
    const ledger = standing.ledgers.find(one => one.personId === personId) ?? {
      ...{ personId, contributions: [], notCounted: [] },
    };
    return evidenceSheet({
      name: standing.people.find(one => one.personId === personId)?.name ?? '',
      reviewTitle: review.title,
      ledger,
      confirmed: claims.filter(claim => claim.personId === personId),
      icmje: icmjeStatus(ledger),
      fingerprint: chain.holds && chain.length > 0 ? chain.fingerprint : null,
      on: ctx.now().toISOString(),
    });
  };
  return { fileName: file, contentType: TYPES[file], content: await content() };
}
