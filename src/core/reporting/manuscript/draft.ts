/** Where a number comes from, as a page of the review: `search`, `synthesis?analysis=…`. */
export interface Origin {
  /** What it counts or says, in words: "Flow diagram: records screened". */
  readonly from: string;
  /** The page of the review, without the review's own address. */
  readonly page: string;
}

/** A stretch of a sentence that the data say: it can't be typed over. */
export interface BoundValue extends Origin {
  readonly text: string;
}

export type Piece = string | BoundValue;

/** Why somebody should look at a sentence before the draft is sent. */
export interface Remark {
  readonly kind: 'deviation' | 'stale' | 'own-words';
  readonly text: string;
  /** What helps, and the page where it is done. */
  readonly mend: string;
  readonly page: string;
}

export interface Sentence {
  readonly kind: 'sentence';
  /** Stays the same when its numbers change. */
  readonly id: string;
  readonly pieces: readonly Piece[];
  readonly remark: Remark | null;
}

/** What the data don't say. Nothing is invented in its place. */
export interface Gap {
  readonly kind: 'gap';
  readonly id: string;
  readonly text: string;
  readonly mend: string;
  readonly page: string;
}

/** Where a figure or a table stands among the sentences. */
export interface Exhibit {
  readonly kind: 'exhibit';
  readonly id: string;
  readonly shape: 'figure' | 'table';
  readonly caption: string;
}

export type Block = Sentence | Gap | Exhibit;

export interface DraftSection {
  readonly id: string;
  readonly part: 'Methods' | 'Results' | 'Other';
  readonly title: string;
  /** Blocks that follow each other without a break. */
  readonly paragraphs: readonly (readonly Block[])[];
}

export interface Draft {
  readonly sections: readonly DraftSection[];
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : piece.text)).join('');
}

export function boundIn(pieces: readonly Piece[]): BoundValue[] {
  return pieces.filter(piece => typeof piece !== 'string');
}

/** All blocks of a draft in order. */
export function blocksOf({ sections }: Draft): Block[] {
  return sections.flatMap(section => section.paragraphs.flat());
}
