import type { RecordDraft } from '#core/searching/draft';
import { groupNamed } from '#core/searching/personName';
import { plainText } from '#core/searching/plainText';
import { readDate } from '#core/searching/publicationDate';
import type { AbstractSection, DataBank, PublicationDate } from '#core/searching/record';

/** What registries say of a trial, whichever way they export it. Lists may be cells with bars or semicolons in them. */
export interface TrialFacts {
  readonly id: string | null;
  /** As the export names it; null where the number itself tells. */
  readonly registry: string | null;
  readonly otherIds: readonly string[];
  readonly publicTitle: string | null;
  readonly scientificTitle: string | null;
  readonly acronym: string | null;
  /** Whoever is responsible, the sponsor first. */
  readonly sponsors: readonly string[];
  /** When it was registered or first posted, else when it began; the first that is there counts. */
  readonly dates: readonly (string | null)[];
  readonly address: string | null;
  readonly conditions: readonly string[];
  /** Parts of what stands for an abstract, each under its heading. */
  readonly sections: readonly (readonly [label: string, text: string | null])[];
  readonly rest: Readonly<Record<string, readonly string[]>>;
}

/** Registries by how their numbers look. Source: WHO ICTRP, list of primary registries and their identifiers. */
const REGISTRIES: readonly (readonly [RegExp, string])[] = [
  [/\bNCT\d{8}\b/i, 'ClinicalTrials.gov'],
  [/\bISRCTN\d{8}\b/i, 'ISRCTN'],
  [/\b(?:EUCTR)?\d{4}-\d{6}-\d{2}(?:-\w{2,6})?\b/i, 'EudraCT'],
  [/\bACTRN\d{14}p?\b/i, 'ANZCTR'],
  [/\bChiCTR[-\w]*\d{5,}\b/i, 'ChiCTR'],
  [/\bCTRI\/\d{4}\/\d{2,3}\/\d{6}\b/i, 'CTRI'],
  [/\bDRKS\d{8}\b/i, 'DRKS'],
  [/\b(?:JPRN-)?(?:UMIN\d{9}|jRCTs?\d{9,}|JapicCTI-\d{6})\b/i, 'JPRN'],
  [/\bKCT\d{7}\b/i, 'CRIS'],
  [/\bIRCT\d{11,}N\d+\b/i, 'IRCT'],
  [/\bPACTR\d{15,}\b/i, 'PACTR'],
  [/\bTCTR\d{11}\b/i, 'TCTR'],
  [/\b(?:NTR|NL)\d{1,5}\b/, 'NTR'],
  [/\bRBR-\w{6,}\b/i, 'ReBec'],
];

/** The numbers of trials in a text, each with its registry. */
export function trialNumbers(text: string): { readonly registry: string; readonly number: string }[] {
  return REGISTRIES.flatMap(([pattern, registry]) =>
    [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].map(([number]) => ({ registry, number })),
  );
}

function dataBanksOf(facts: TrialFacts, registry: string): DataBank[] {
  const banks = new Map<string, string[]>();
  const add = (name: string, number: string): void => {
    const known = banks.get(name) ?? [];
    if (!known.includes(number)) banks.set(name, [...known, number]);
  };
  if (facts.id) add(registry, facts.id);
  for (const other of facts.otherIds) for (const found of trialNumbers(other)) add(found.registry, found.number);
  return [...banks].map(([name, accessions]) => ({ name, accessions }));
}

function readTrialDate(written: readonly (string | null)[]): PublicationDate | null {
  for (const date of written) {
    const read = date ? readDate(date) : null;
    if (read?.year) return read;
  }
  return null;
}

/** Text of a registry, which writes a lone semicolon where lists are empty. */
export function registryText(text: string | null | undefined): string | null {
  const plain = plainText(text ?? '');
  return plain === '' || plain === ';' ? null : plain;
}

/** A trial's entry in a registry as a record: sponsors are its authors, the registry is its journal. */
export function trialDraft(facts: TrialFacts): RecordDraft {
  const title = facts.publicTitle ?? facts.scientificTitle;
  const registry = facts.registry ?? trialNumbers(facts.id ?? '')[0]?.registry ?? 'Trial registry';
  const date = readTrialDate(facts.dates);
  const other = facts.scientificTitle !== title ? facts.scientificTitle : null;
  const sections = [['Scientific title', other] as const, ...facts.sections].flatMap(
    ([label, text]): AbstractSection[] => (text ? [{ label, category: null, text }] : []),
  );
  const rest = Object.entries(facts.rest).filter(([, values]) => values.length > 0);
  return {
    recordType: 'trial',
    title,
    abstract: sections,
    authors: facts.sponsors.map(groupNamed),
    journal: registry,
    ...(date && { date }),
    otherIds: facts.id ? { trial: facts.id } : {},
    keywords: facts.conditions.map(text => ({ text, major: false })),
    dataBanks: dataBanksOf(facts, registry),
    raw: {
      ...Object.fromEntries(rest),
      ...(facts.acronym && { Acronym: [facts.acronym] }),
      ...(facts.address && { url: [facts.address] }),
      ...(facts.otherIds.length > 0 && { OtherIds: [...facts.otherIds] }),
    },
  };
}
