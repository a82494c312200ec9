import { isByArm } from '#core/extraction/vocabulary';
import { networkCounts } from '#core/synthesis/network/analyseNetwork';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import { type Result, studiesIn } from './liveAnalysis.ts';
import type { OutcomeData, Plan, SavedAnalysis } from './plan.ts';
import { peopleIn } from './sentenceWords.ts';

function stateOf(saved: SavedAnalysis | null, isDraft: boolean): string {
  if (isDraft || !saved?.computedAt) return 'not saved';
  return `${saved.isStale ? 'computed' : 'agrees with the data of today, computed'} ${since(saved.computedAt)}`;
}

/** `BCG against no vaccine · 13 studies · 357,347 people · agrees with the data of today`. */
export function headLine(result: Result, data: OutcomeData, saved: SavedAnalysis | null, isDraft: boolean): string {
  const people = saved?.isStale && !isDraft ? null : peopleIn(result, data);
  return [
    isByArm(data.outcome.kind) ? `${data.armNames.first} against ${data.armNames.second}` : null,
    counted(result.k, 'study', 'studies'),
    people === null ? null : counted(people, 'person', 'people'),
    stateOf(saved, isDraft),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `10 treatments · 26 studies · 6,646 people`: a network has arms that no pair of groups has. Null where there is none. */
export function networkHeadLine(plan: Plan, data: OutcomeData, saved: SavedAnalysis | null, isDraft: boolean) {
  const found = data.treatments.length > 2 ? networkCounts(studiesIn(plan, data), plan.specification.measure) : null;
  if (!found || found.treatments < 3) return null;
  return [
    counted(found.treatments, 'treatment'),
    counted(found.studies, 'study', 'studies'),
    ...(found.people === null ? [] : [counted(found.people, 'person', 'people')]),
    stateOf(saved, isDraft),
  ].join(' · ');
}
