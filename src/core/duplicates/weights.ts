import type { Levels } from '#core/duplicates/compare';

export type Weights = { readonly [Field in keyof Levels]: Readonly<Record<Levels[Field], number>> };

/** Log odds that two records which a blocking brought together are the same report, before any field is looked at. */
export const INTERCEPT = -4.95;

/**
 * What each level of each field adds to the log odds.
 *
 * Trained with `scripts/train/duplicates.ts` (penalised logistic regression; within a field a better agreement never
 * weighs less than a worse one) on all candidate pairs of seven published, labelled sets of records: diabetes (ASySD),
 * gambling (Citation Screening), digital work, tafenoquine (IEBH), psilocybin (McKeown), cytology and stroke (SRA).
 * Each pair counts as it is, and again with identifiers, abstract, or both hidden, so that no field is relied upon. The
 * sets hardly have PMIDs: the levels of `pmid` weigh what those of `doi` do.
 */
export const WEIGHTS: Weights = {
  title: {
    missing: 0,
    same: 2.48,
    'same-but-short': -2.03,
    'same-in-other-language': 0.88,
    'begins-the-same': -0.13,
    'nearly-same': 0.88,
    close: -1.05,
    similar: -1.85,
    'partly-same': -3.76,
    'little-in-common': -4.22,
    different: -4.34,
  },
  authors: {
    missing: 0,
    same: 1.74,
    'same-families': 1.29,
    'one-list-is-shorter': 1.29,
    'most-same': 0.77,
    'some-same': 0.77,
    'only-first-same': -0.17,
    'first-differs': -3.09,
    different: -4.02,
  },
  year: {
    missing: 0,
    same: 3.23,
    next: 0.54,
    near: -1.48,
    different: -2.38,
  },
  journal: {
    missing: 0.75,
    same: 2.12,
    abbreviated: 2.12,
    'one-is-longer': 1.08,
    similar: -0.07,
    different: -3.24,
  },
  volume: {
    missing: 0.44,
    same: 0.49,
    'same-number': -0.08,
    different: -0.94,
  },
  issue: {
    missing: 1.03,
    same: 1.44,
    'same-number': 0.23,
    different: -2.78,
  },
  pages: {
    missing: -0.26,
    same: 3.23,
    'same-first': 0.16,
    'same-last': -0.46,
    overlapping: -0.83,
    'counted-from-one': 0.09,
    'number-and-pages': 0.2,
    different: -2.22,
  },
  doi: {
    missing: 0.37,
    same: 1.99,
    different: -2.45,
  },
  pmid: {
    missing: 0,
    same: 1.99,
    different: -2.45,
  },
  abstract: {
    missing: -1.23,
    same: 0.4,
    similar: -0.48,
    'partly-same': -0.48,
    different: -2.39,
  },
};
