import { compare, type Levels } from '#core/duplicates/compare';
import { decide, type PairVerdict } from '#core/duplicates/decide';
import { normaliseRecord } from '#core/duplicates/normaliseRecord';
import { normaliseText, wordsOf } from '#core/duplicates/normaliseText';
import { type Reason, reasonsFor } from '#core/duplicates/reasons';
import { type BibliographicRecord, COMPARED_FIELDS, type ComparedField } from '#core/duplicates/record';

/** A word of a field as the source wrote it, and whether the other record lacks it. */
export interface ShownWord {
  readonly text: string;
  readonly differs: boolean;
}

/** One line of the side-by-side display. */
export interface ComparedFieldView {
  readonly field: ComparedField;
  readonly level: Levels[ComparedField];
  /** What the comparison of this field says; null where a field is missing on either side. */
  readonly reason: Reason | null;
  /** The words of each side in their order; empty where the field is missing. */
  readonly a: readonly ShownWord[];
  readonly b: readonly ShownWord[];
}

export interface RecordComparison {
  readonly fields: readonly ComparedFieldView[];
  readonly probability: number;
  readonly verdict: PairVerdict;
  /** Why the pair is not joined unseen, if it is likely and yet not joined. */
  readonly vetoes: readonly Reason[];
}

function textOf(record: BibliographicRecord, field: ComparedField): string {
  if (field === 'authors') return record.authors.join('; ');
  return String(record[field] ?? '').trim();
}

/** Marks the words that the other side lacks; a word that stands twice on one side and once on the other differs once. */
function markWords(text: string, other: string): ShownWord[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(normaliseText(other))) left.set(word, (left.get(word) ?? 0) + 1);
  return text
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => {
      let differs = false;
      for (const part of wordsOf(normaliseText(word))) {
        const count = left.get(part) ?? 0;
        if (count === 0) differs = true;
        else left.set(part, count - 1);
      }
      return { text: word, differs };
    });
}

/** Two records side by side: each field with how far it agrees, and which words differ. */
export function compareRecords(a: BibliographicRecord, b: BibliographicRecord): RecordComparison {
  const [left, right] = [normaliseRecord(a), normaliseRecord(b)];
  const levels = compare(left, right);
  const { probability, verdict, vetoes } = decide(left, right, levels);
  const reasons = reasonsFor(levels, []);
  const fields = COMPARED_FIELDS.map(field => {
    const [textA, textB] = [textOf(a, field), textOf(b, field)];
    // Fields of which all is the same (a DOI with and without its resolver, 404-11 and 404-411) show no word as differing.
    const isSame = levels[field] === 'same';
    const unmarked = (text: string) => markWords(text, text);
    return {
      field,
      level: levels[field],
      reason: reasons.find(reason => reason.field === field) ?? null,
      a: isSame ? unmarked(textA) : markWords(textA, textB),
      b: isSame ? unmarked(textB) : markWords(textB, textA),
    };
  });
  return {
    fields,
    probability,
    verdict,
    vetoes: reasonsFor(levels, vetoes).filter(({ word }) => word.startsWith('veto:')),
  };
}
