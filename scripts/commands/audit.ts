import { Problem } from '#core/problem';
import type { Command } from '#scripts/command';
import { withDatabase } from '#scripts/withDatabase';
import { verifyAudit } from '#services/audit/verifyAudit';

/** `pooled audit verify`: recomputes the hash chain of one review or of all, a line of JSON each. */
export const command: Command = {
  summary: 'check the hash chain of the audit events',
  help: `pooled audit verify [REVIEW_ID]

Recomputes the hash chain of each review's audit events (or of one review) in the database of DATABASE_URL, or in the
embedded one. Prints a line of JSON for each review. Exit code 2 when a chain is broken.

Example: pooled audit verify`,
  run: async (args, io) => {
    const [verb, reviewId = null, ...rest] = args;
    if (verb !== 'verify' || rest.length > 0) {
      throw new Problem('invalid', 'Call it as "pooled audit verify [REVIEW_ID]".');
    }
    const findings = await withDatabase(ctx => verifyAudit(ctx, reviewId));
    for (const { reviewId: id, chain, unsealed } of findings) {
      await io.print(JSON.stringify({ reviewId: id, ...chain, unsealed }));
    }
    const broken = findings.filter(finding => !finding.chain.holds).length;
    io.say(
      broken === 0
        ? `${findings.length} ${findings.length === 1 ? 'chain holds' : 'chains hold'}`
        : `${broken} of ${findings.length} chains are broken`,
    );
    return broken === 0 ? 0 : 2;
  },
};
