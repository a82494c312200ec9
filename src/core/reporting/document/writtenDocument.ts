/** A stretch of text in one look. */
export interface Run {
  readonly text: string;
  /** `gap`: what is not in the data; `note`: a remark to the authors, such as a number that is out of date. */
  readonly look?: 'plain' | 'gap' | 'note' | 'italic' | 'bold';
}

/** A part of a document, one below the other. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly lines: readonly string[]; readonly isNumbered?: boolean }
  | { readonly kind: 'figure'; readonly name: string; readonly caption: string; readonly svg: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly below: readonly string[];
    };

/** A document to be written as Word, Markdown or a page. */
export interface WrittenDocument {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

export const plainRun = (text: string): Run => ({ text });

export function textParagraph(...runs: readonly (string | Run)[]): DocumentBlock {
  return { kind: 'paragraph', runs: runs.map(run => (typeof run === 'string' ? plainRun(run) : run)) };
}
