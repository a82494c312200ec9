export interface TableColumn {
  /** The field's short name. */
  readonly name: string;
  readonly words: string;
  /** Other names of the same, in lower case without signs and spaces. */
  readonly alike: readonly string[];
  readonly isOptional?: true;
  /** Holds a word, not a number. */
  readonly isText?: true;
}

export const column = (name: string, words: string, ...alike: string[]): TableColumn => ({ name, words, alike });

/** A row of a network is one arm: its study is named in every row, and what that arm was given. */
export const TREATMENT: TableColumn = {
  ...column('treatment', 'Treatment', 'treat', 'trt', 'arm', 'intervention', 'drug', 'therapy', 't', 'tx'),
  isText: true,
};

/** An estimate and how sure it is, in the ways that tables give it. */
export const ESTIMATE = [
  column('yi', 'Estimate', 'te', 'effect', 'es', 'estimate', 'logor', 'loghr', 'd', 'g', 'hr', 'or', 'rr'),
  { ...column('sei', 'Standard error', 'se', 'sete', 'stderr', 'standarderror'), isOptional: true },
  { ...column('vi', 'Variance', 'v', 'var', 'variance'), isOptional: true },
  { ...column('lower', 'Lower bound', 'lo', 'll', 'cilb', 'cilower', 'lci', 'lowerci'), isOptional: true },
  { ...column('upper', 'Upper bound', 'hi', 'ul', 'ciub', 'ciupper', 'uci', 'upperci'), isOptional: true },
] as const satisfies readonly TableColumn[];
