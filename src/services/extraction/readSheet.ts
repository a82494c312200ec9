import { compareSheets } from '#core/extraction/compareSheets';
import { fitValue } from '#core/extraction/form/fitValue';
import { sourceAt } from '#core/extraction/sourceAt';
import { Problem } from '#core/problem';
import type { Characteristic } from '#entities/Characteristic';
import { Study } from '#entities/Study';
import {
  whyNotCheck,
  whyNotFill,
  whyNotFinish,
  whyNotFreeSeat,
  whyNotReopenSheet,
  whyNotReshape,
  whyNotSettleExtraction,
} from '#policies/extraction';
import type { ReviewStanding } from '#policies/standing';
import { maySeeSheets } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { missingOf, type SeenValue, seenValues } from '#services/extraction/missingPlaces';
import { layoutOf, loadReviewLayout, type ReviewLayout } from '#services/extraction/sheetLayout';
import { loadWholeStudy, type StudyCase, type WholeStudy } from '#services/extraction/studyCases';
import type { StudyKey } from '#services/extraction/writeStudy';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** What stands in the form for one study, how far its extraction is, and, once both may see it, where they differ. */
export async function readSheet(ctx: Context, actor: Actor, { reviewId, studyId }: StudyKey) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const study = await ctx.db.findOneBy(Study, { reviewId, studyId });
  if (!study) throw new Problem('not-found', 'There is no such study.');
  const whole = await loadWholeStudy(ctx, study, actor);
  const layout = await loadReviewLayout(ctx, reviewId);
  const arms = layout.arms.filter(arm => arm.studyId === studyId);
  const values = await seenValues(ctx, whole, arms, actor);
  const people = [...values.map(value => value.recordedBy), ...whole.seats.map(seat => seat.personId)];
  const names = await namesOf(ctx, [...people, ...(whole.consensus ? [whole.consensus.settledBy] : [])]);
  const nameOf = (personId: string) => names.get(personId) ?? 'former member';
  const known = new Map(layout.fields.map(field => [field.characteristicId, field]));
  return {
    ...presentCase(viewer, whole, nameOf),
    values: values.flatMap(value => {
      const field = known.get(value.characteristicId);
      return field ? [{ ...present(field, value), recordedByName: nameOf(value.recordedBy) }] : [];
    }),
    missing: missingOf(layout.fields, arms, values),
    comparison: comparisonOf(whole, layout, nameOf),
  };
}

/** How far a study is and what the viewer may do with it. */
export function presentCase(
  viewer: ReviewStanding,
  { at, seats, consensus, state }: StudyCase,
  nameOf: (personId: string) => string,
) {
  return {
    mode: at.mode,
    state,
    mine: at.isMineFinished ? ('finished' as const) : at.isMine ? ('begun' as const) : ('none' as const),
    extractors: seats.map(({ personId, finishedAt }) => ({
      personId,
      name: nameOf(personId),
      isFinished: finishedAt !== null,
    })),
    settled: consensus && {
      byName: nameOf(consensus.settledBy),
      at: consensus.settledAt,
      note: consensus.note,
    },
    may: {
      fill: whyNotFill(viewer, at),
      reshape: whyNotReshape(viewer, at),
      finish: whyNotFinish(viewer, at),
      reopen: whyNotReopenSheet(viewer, at),
      settle: whyNotSettleExtraction(viewer, at),
      check: whyNotCheck(viewer, at),
      freeSeats: whyNotFreeSeat(viewer, at, false),
    },
  };
}

/** Both versions side by side; null before the rule allows it, and where nobody extracted blind. */
function comparisonOf(whole: WholeStudy, layout: ReviewLayout, nameOf: (personId: string) => string) {
  const [one, other] = whole.sheets.filter(sheet => sheet.finishedAt !== null);
  if (whole.at.mode !== 'double' || !maySeeSheets(whole.at) || !one || !other) return null;
  const picks = whole.consensus?.picks ?? {};
  const places = compareSheets(layoutOf(layout, whole.study.studyId), one.content, other.content);
  return {
    people: [one, other].map(({ personId }) => ({ personId, name: nameOf(personId) })),
    places: places.map(place => ({
      ...place,
      texts: [...place.texts],
      found: [one, other].map(({ content }) => sourceAt(content, place.key)),
      picked: picks[place.key] ?? null,
    })),
  };
}

function present(field: Characteristic, row: SeenValue) {
  const { characteristicId, armId, isNotReported, foundAt, source } = row;
  const fitted = row.value === null ? null : fitValue(field, row.value);
  const misfit = fitted && !fitted.fits ? fitted.because : null;
  const value = fitted?.fits ? fitted.value : row.value;
  const recordedAt = new Date(row.recordedAt);
  return { characteristicId, armId, value, isNotReported, misfit, foundAt, source, recordedAt };
}
