import type { DecisionOnRecord, RecordMode } from '#core/screening/disagreement';
import type { Situation } from '#core/screening/phase';
import { type Standing, standing } from '#core/screening/standing';
import type { Stage } from '#core/vocabulary';

/** The tally of a record on which nothing is known. */
export const EMPTY_TALLY = '0 0 0 0 0 -';

const SHAPE = /^(\d+) (\d+) (\d+) (\d+) (\d+) (-|include|exclude)$/;

/**
 * What a stored tally says: so many decisions, so many of them passing, so many of these unsure, so many different reasons
 * of the exclusions, so many people still awaited, and how the record was settled (a dash where it wasn't). Who said what
 * doesn't change the standing of a record, so people without names stand for those who did.
 */
export function standingOfTally(tally: string, stage: Stage, mode: RecordMode): Standing {
  return standing(situationOfTally(tally, stage, mode));
}

function situationOfTally(tally: string, stage: Stage, mode: RecordMode): Situation {
  const found = SHAPE.exec(tally);
  if (!found) throw new RangeError(`standingOfTally: "${tally}" is no tally`);
  const [decisions = 0, passing = 0, unsure = 0, reasons = 0, awaited = 0] = found.slice(1, 6).map(Number);
  const settled = found[6];
  return {
    mode,
    stage,
    asked: Array.from({ length: awaited }, (_, place) => ({ personId: `awaited ${place}`, isGone: false })),
    decisions: Array.from({ length: decisions }, (_, place): DecisionOnRecord => {
      const personId = `decided ${place}`;
      if (place < unsure) return { personId, choice: 'unsure', criterionId: null };
      if (place < passing) return { personId, choice: 'include', criterionId: null };
      return { personId, choice: 'exclude', criterionId: `reason ${Math.min(place - passing, reasons - 1)}` };
    }),
    adjudication: settled === 'include' || settled === 'exclude' ? { choice: settled } : null,
  };
}
