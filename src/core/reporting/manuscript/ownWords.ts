import { boundIn, type Draft, type Piece, type Sentence } from '#core/reporting/manuscript/draft';

/** How somebody wrote a sentence: their words around `{1}`, `{2}` …, which stand for what the data say. */
export interface OwnWords {
  readonly sentenceId: string;
  readonly text: string;
  /** How many values the sentence had when it was written. */
  readonly valueCount: number;
}

const PLACE = /\{(\d+)\}/g;

/** A sentence as text to be edited: its values as `{1}`, `{2}` … */
export function templateOf({ pieces }: Pick<Sentence, 'pieces'>): string {
  let place = 0;
  return pieces.map(piece => (typeof piece === 'string' ? piece : `{${++place}}`)).join('');
}

/** Why words can't be kept, or null: a place that no value has, or nothing at all. */
export function whyNotKeep(text: string, values: number): string | null {
  if (text.trim() === '') return 'Write the sentence, or go back to the drafted one.';
  const strange = [...text.matchAll(PLACE)].find(([, digits]) => Number(digits) < 1 || Number(digits) > values);
  if (strange) return `${strange[0]} stands for no value: this sentence has ${values}.`;
  return null;
}

/** A sentence in somebody's own words, its values still those of the data. */
function inOwnWords(sentence: Sentence, words: OwnWords): Sentence {
  const values = boundIn(sentence.pieces);
  if (values.length !== words.valueCount) {
    const text = 'Your own words no longer fit: the data now give this sentence other values. The drafted one stands';
    return { ...sentence, remark: { kind: 'stale', text, mend: 'Write it again', page: 'manuscript' } };
  }
  const pieces = words.text.split(PLACE).flatMap((part, place): Piece[] => {
    if (place % 2 === 0) return part === '' ? [] : [part];
    const value = values[Number(part) - 1];
    return value ? [value] : [];
  });
  const isTyped = pieces.some(piece => typeof piece === 'string' && /\d/.test(piece));
  const remark = isTyped
    ? ({
        kind: 'own-words',
        text: 'Holds digits typed by hand: no data stand behind them',
        mend: 'Look at it',
        page: 'manuscript',
      } as const)
    : null;
  return { ...sentence, pieces, remark: sentence.remark ?? remark };
}

/** The draft with everybody's own words in place. */
export function withOwnWords(draft: Draft, words: readonly OwnWords[]): Draft {
  const byId = new Map(words.map(one => [one.sentenceId, one]));
  return {
    sections: draft.sections.map(section => ({
      ...section,
      paragraphs: section.paragraphs.map(blocks =>
        blocks.map(block => {
          const own = block.kind === 'sentence' ? byId.get(block.id) : undefined;
          return own && block.kind === 'sentence' ? inOwnWords(block, own) : block;
        }),
      ),
    })),
  };
}
