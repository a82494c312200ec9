import { PALETTES, type PaletteName } from '#core/reporting/palette';
import { summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { loadAppraisalData, type OneSet } from '#services/appraisal/robvisFiles';
import type { Actor, Context } from '#services/context';
import { standInReview } from '#services/standing';

export interface FigureLook {
  readonly palette: PaletteName;
  /** The usual colours, or those that everybody can tell apart. */
  readonly colours: 'usual' | 'safe';
  readonly by: 'study' | 'weight';
}

/** Settled judgements of a set as SVG text. */
export async function drawAppraisals(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  figure: 'traffic-light.svg' | 'summary.svg',
  set: OneSet,
  { palette, colours, by }: FigureLook,
): Promise<string> {
  await standInReview(ctx, actor, reviewId);
  const data = await loadAppraisalData(ctx, reviewId, set);
  const options = { palette: PALETTES[palette], isColourBlindSet: colours === 'safe' };
  return figure === 'summary.svg' ? summaryFigure(data, { ...options, by }) : trafficLightFigure(data, options);
}
