/** A field that an entry of the curriculum vitae asks for. */
export type ErasField = 'journal' | 'book' | 'meeting' | 'status' | 'date';

export interface ErasType {
  readonly type: string;
  /** Besides title and authors, which every entry has. */
  readonly fields: readonly ErasField[];
}

export interface ErasSeason {
  readonly season: string;
  readonly section: string;
  readonly types: readonly ErasType[];
  /** States of work that isn't out yet; empty where the form does not ask. */
  readonly statuses: readonly string[];
  /** How many entries may be marked as most meaningful; null where none may. */
  readonly mostMeaningful: number | null;
  /** What must be known beside the table. */
  readonly note: string;
}

/**
 * What the residency application asks of scholarly work, a row a season, newest first. A new season is a new row; earlier
 * ones stay, because advice and programmes still use their words. Source: the AAMC's pages on ERAS for applicants
 * (https://students-residents.aamc.org/eras) as read in 2026; fields that could not be read there are left out.
 */
export const ERAS_SEASONS: readonly ErasSeason[] = [
  {
    season: '2027',
    section: 'Scholarly Work',
    types: [
      { type: 'Journal Article (peer reviewed)', fields: ['journal', 'date'] },
      { type: 'Book Chapter (peer reviewed)', fields: ['book', 'date'] },
      { type: 'Journal Abstract (peer reviewed)', fields: ['journal', 'date'] },
      { type: 'Oral Presentation', fields: ['meeting', 'date'] },
      { type: 'Poster Presentation', fields: ['meeting', 'date'] },
    ],
    statuses: [],
    mostMeaningful: 3,
    note: 'Up to three works may be marked as most meaningful. One presentation may list several events.',
  },
  {
    season: '2026 and earlier',
    section: 'Publications',
    types: [
      { type: 'Peer-Reviewed Journal Articles/Abstracts', fields: ['journal', 'date'] },
      {
        type: 'Peer-Reviewed Journal Articles/Abstracts (Other than Published)',
        fields: ['journal', 'status', 'date'],
      },
      { type: 'Peer-Reviewed Book Chapter', fields: ['book', 'date'] },
      { type: 'Scientific Monograph', fields: ['book', 'date'] },
      { type: 'Other Articles', fields: ['journal', 'date'] },
      { type: 'Poster Presentation', fields: ['meeting', 'date'] },
      { type: 'Oral Presentation', fields: ['meeting', 'date'] },
      { type: 'Peer-Reviewed Online Publication', fields: ['journal', 'date'] },
      { type: 'Non-Peer-Reviewed Online Publication', fields: ['journal', 'date'] },
    ],
    statuses: ['Submitted', 'Provisionally Accepted', 'Accepted', 'In-Press'],
    mostMeaningful: null,
    note: 'What is not published yet goes under its own type, with its status.',
  },
];
