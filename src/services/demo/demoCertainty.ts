import { arrangeFindings } from '#services/certainty/findings';
import { agreeOnCertainty, saveGrading } from '#services/certainty/gradings';
import { setMinimalDifference } from '#services/certainty/minimalDifference';
import type { Context } from '#services/context';
import type { DemoTeam } from '#services/demo/demoTeam';

const NOTE = 'The grading and the threshold are invented examples, not an appraisal of this evidence.';

/** The threshold of the protocol, before anything is pooled. */
export async function setDemoThreshold(ctx: Context, { lead }: DemoTeam, reviewId: string, outcomeId: string) {
  const key = { reviewId, outcomeId };
  await setMinimalDifference(ctx, lead, key, {
    value: 2,
    reason: 'Example: two fewer cases in 1,000 people vaccinated.',
  });
}

/** An example of a graded outcome and its summary of findings, by the same deeds that people do. */
export async function fillDemoCertainty(
  ctx: Context,
  { lead }: DemoTeam,
  { reviewId, outcomeId, analysisId }: { reviewId: string; outcomeId: string; analysisId: string },
): Promise<void> {
  const none = { levels: 0, footnote: '' };
  await saveGrading(
    ctx,
    lead,
    { reviewId, analysisId },
    {
      start: 'high',
      reasons: {
        'risk-of-bias': {
          levels: -1,
          footnote:
            'Example: six of 13 trials allocated alternately or by a system; they carry about half of the weight.',
        },
        inconsistency: {
          levels: -1,
          footnote:
            'Example: effects differ widely (I² 92 %); latitude explains most of it, so we rated down once only.',
        },
        indirectness: none,
        imprecision: none,
        'publication-bias': none,
      },
      plainWords: '',
      note: NOTE,
    },
  );
  await agreeOnCertainty(ctx, lead, { reviewId, analysisId }, { isAgreed: true, reason: '' });
  await arrangeFindings(ctx, lead, reviewId, [{ outcomeId, analysisId, baselines: [], comment: '' }]);
}
