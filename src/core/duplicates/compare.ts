import { type AbstractLevel, compareAbstracts } from '#core/duplicates/compareAbstracts';
import { type AuthorLevel, compareAuthors } from '#core/duplicates/compareAuthors';
import { compareJournals, type JournalLevel } from '#core/duplicates/compareJournals';
import { comparePages, type PagesLevel } from '#core/duplicates/comparePages';
import { compareTitles, type TitleLevel } from '#core/duplicates/compareTitles';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import type { VolumeNumber } from '#core/duplicates/normaliseVolume';

export const YEAR_LEVELS = ['missing', 'same', 'next', 'near', 'different'] as const;
export type YearLevel = (typeof YEAR_LEVELS)[number];
export const VOLUME_LEVELS = ['missing', 'same', 'same-number', 'different'] as const;
export type VolumeLevel = (typeof VOLUME_LEVELS)[number];
export const IDENTIFIER_LEVELS = ['missing', 'same', 'different'] as const;
export type IdentifierLevel = (typeof IDENTIFIER_LEVELS)[number];

/** How far two records agree, field by field. */
export interface Levels {
  readonly title: TitleLevel;
  readonly authors: AuthorLevel;
  readonly year: YearLevel;
  readonly journal: JournalLevel;
  readonly volume: VolumeLevel;
  readonly issue: VolumeLevel;
  readonly pages: PagesLevel;
  readonly doi: IdentifierLevel;
  readonly pmid: IdentifierLevel;
  readonly abstract: AbstractLevel;
}

function compareYears(a: number | null, b: number | null): YearLevel {
  if (a === null || b === null) return 'missing';
  const apart = Math.abs(a - b);
  if (apart === 0) return 'same';
  if (apart === 1) return 'next';
  return apart === 2 ? 'near' : 'different';
}

function compareVolumes(a: VolumeNumber | null, b: VolumeNumber | null): VolumeLevel {
  if (!a || !b) return 'missing';
  if (a.number === b.number) return a.supplement === b.supplement ? 'same' : 'same-number';
  // "Suppl 1" alone beside "22 Suppl 1": the number is not known on one side.
  if (a.number === '' || b.number === '') return a.supplement === b.supplement ? 'same-number' : 'missing';
  return 'different';
}

function compareIdentifiers(a: string | null, b: string | null): IdentifierLevel {
  if (a === null || b === null) return 'missing';
  return a === b ? 'same' : 'different';
}

/** All levels but the abstract's, which takes longest to find; it counts as missing. */
export function compareBriefly(
  a: NormalisedRecord,
  b: NormalisedRecord,
  title: TitleLevel = compareTitles(a.title, b.title),
): Levels {
  return {
    title,
    authors: compareAuthors(a.authors, b.authors),
    year: compareYears(a.year, b.year),
    journal: compareJournals(a.journal, b.journal),
    volume: compareVolumes(a.volume, b.volume),
    issue: compareVolumes(a.issue, b.issue),
    pages: comparePages(a.pages, b.pages),
    doi: compareIdentifiers(a.doi, b.doi),
    pmid: compareIdentifiers(a.pmid, b.pmid),
    abstract: 'missing',
  };
}

/** Compares two records in levels, a field at a time; the same in either order. */
export function compare(a: NormalisedRecord, b: NormalisedRecord): Levels {
  return { ...compareBriefly(a, b), abstract: compareAbstracts(a, b) };
}
