import { isByArm } from '#core/vocabulary';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import type { Result } from './liveAnalysis.ts';
import type { OutcomeData, SavedAnalysis } from './plan.ts';
import { peopleIn } from './sentenceWords.ts';

/** `BCG against no vaccine · 13 studies · 357,347 people · agrees with the data of today`. */
export function headLine(result: Result, data: OutcomeData, saved: SavedAnalysis | null, isDraft: boolean): string {
  const people = saved?.isStale && !isDraft ? null : peopleIn(result, data);
  const state =
    isDraft || !saved?.computedAt
      ? 'not saved'
      : `${saved.isStale ? 'computed' : 'agrees with the data of today, computed'} ${since(saved.computedAt)}`;
  return [
    isByArm(data.outcome.kind) ? `${data.armNames.first} against ${data.armNames.second}` : null,
    counted(result.k, 'study', 'studies'),
    people === null ? null : counted(people, 'person', 'people'),
    state,
  ]
    .filter(Boolean)
    .join(' · ');
}
