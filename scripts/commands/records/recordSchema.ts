import { z } from 'zod';
import { RECORD_TYPES, type ReferenceRecord } from '#core/searching/record';
import { RECORD_FORMATS } from '#core/vocabulary';

const text = z.string().nullable();
const number = z.number().int().nullable();
const texts = z.array(z.string()).readonly();
const term = z.object({ ui: text, name: z.string() }).readonly();
const meshTerm = z.object({ ui: text, name: z.string(), major: z.boolean() }).readonly();

/** One record as `pooled records` prints it. */
export const recordSchema: z.ZodType<ReferenceRecord> = z.object({
  recordType: z.enum(RECORD_TYPES),
  title: text,
  vernacularTitle: text,
  abstract: z.array(z.object({ label: text, category: text, text: z.string() })),
  abstractText: text,
  authors: z.array(
    z.object({
      last: text,
      fore: text,
      initials: text,
      suffix: text,
      collective: text,
      affiliations: texts,
      orcid: text,
    }),
  ),
  authorsComplete: z.boolean().nullable(),
  journal: text,
  journalAbbreviation: text,
  issn: text,
  nlmId: text,
  date: z.object({ year: number, month: number, day: number, season: text, raw: text }),
  volume: text,
  issue: text,
  pages: text,
  doi: text,
  pmid: text,
  pmcid: text,
  otherIds: z.record(z.string(), z.string()),
  languages: texts,
  publicationTypes: z.array(term),
  meshHeadings: z.array(
    z.object({ ui: text, name: z.string(), major: z.boolean(), qualifiers: z.array(meshTerm).readonly() }),
  ),
  keywords: z.array(z.object({ text: z.string(), major: z.boolean() })),
  chemicals: z.array(z.object({ ui: text, name: z.string(), registryNumber: text })),
  dataBanks: z.array(z.object({ name: z.string(), accessions: texts })),
  grants: z.array(z.object({ id: text, agency: text, country: text })),
  retraction: z.object({
    isRetracted: z.boolean(),
    isNotice: z.boolean(),
    concern: z.boolean(),
    retractedBy: texts,
    retracts: texts,
  }),
  errata: z.object({ in: texts, for: texts }),
  book: z.object({ title: text, publisher: text, isbn: texts, accession: text, isChapter: z.boolean() }).nullable(),
  raw: z.record(z.string(), texts),
  source: z.object({ file: text, format: z.enum(RECORD_FORMATS), index: z.number().int(), line: z.number().int() }),
});
