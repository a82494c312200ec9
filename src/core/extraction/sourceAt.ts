import type { SheetContent } from '#core/extraction/sheetContent';
import type { ValueSource } from '#core/extraction/valueSource';

/** Where what stands at a place of a sheet was read: marked in a report, or told in words. */
export interface FoundPlace {
  readonly source: ValueSource | null;
  readonly foundAt: string;
}

interface Told {
  readonly source?: ValueSource | null;
  readonly foundAt?: string;
}

/** Where the value at a place (as `compareSheets` names it) was read. */
export function sourceAt(content: SheetContent, key: string): FoundPlace {
  const [kind = '', ...rest] = key.split(' ');
  const at = rest.join(' ');
  const { values, armResults, studyResults, studyCounts, randomisedSources } = content;
  const of: Readonly<Record<string, Told | undefined>> = {
    value: values[at],
    randomised: { source: randomisedSources?.[at] ?? null },
    arm: armResults[at],
    study: studyResults[at],
    counts: studyCounts[at],
  };
  const told = of[kind];
  return { source: told?.source ?? null, foundAt: told?.foundAt ?? '' };
}
