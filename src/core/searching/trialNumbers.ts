import type { ReferenceRecord } from '#core/searching/record';

/** A register of trials, and what its numbers look like in the wild. */
interface Register {
  readonly pattern: RegExp;
  /** The number as the register writes it. */
  readonly write: (found: RegExpMatchArray) => string;
}

const whole = (found: RegExpMatchArray) => found[0].toUpperCase().replace(/[\s‐-]+/g, '');

/** The registers of WHO's network; numbers are written with spaces, hyphens and other signs between their parts. */
const REGISTERS: readonly Register[] = [
  { pattern: /\bNCT[\s-]?0?\d{8}\b/gi, write: found => `NCT${found[0].replace(/\D/g, '').slice(-8)}` },
  { pattern: /\bISRCTN[\s-]?\d{6,8}\b/gi, write: found => `ISRCTN${found[0].replace(/\D/g, '').padStart(8, '0')}` },
  { pattern: /\bACTRN[\s-]?\d{14}p?\b/gi, write: found => `ACTRN${found[0].replace(/\D/g, '')}` },
  { pattern: /\bChiCTR(?:[\s-]?[A-Z]{2,4})?[\s-]?\d{8,10}\b/gi, write: whole },
  {
    pattern: /\b(?:EudraCT|EU\s?CTR)\D{0,12}(\d{4})[-‐](\d{6})[-‐](\d{2})\b/gi,
    write: parts => `EudraCT ${parts.slice(1, 4).join('-')}`,
  },
  { pattern: /\bDRKS[\s-]?\d{8}\b/gi, write: whole },
  { pattern: /\bUMIN[\s-]?(?:CTR[\s-]?)?(?:UMIN)?(\d{9})\b/gi, write: found => `UMIN${found[1] ?? ''}` },
  { pattern: /\bCTRI\/\d{4}\/\d{2,3}\/\d{6}\b/gi, write: whole },
  { pattern: /\bIRCT\d{6,20}N\d{1,3}\b/gi, write: whole },
  { pattern: /\bKCT[\s-]?\d{7}\b/gi, write: whole },
  { pattern: /\bPACTR[\s-]?\d{15,16}\b/gi, write: whole },
  { pattern: /\bTCTR[\s-]?\d{11}\b/gi, write: whole },
  { pattern: /\bRBR-[0-9a-z]{6,8}\b/gi, write: found => found[0].toUpperCase() },
  { pattern: /\bjRCT[a-z]?\d{9,10}\b/gi, write: whole },
  { pattern: /\bNTR[\s-]?\d{3,5}\b/g, write: whole },
];

/** The numbers of trials in a text, each as its register writes it, in the order in which they stand. */
export function trialNumbersIn(text: string): readonly string[] {
  const found = REGISTERS.flatMap(({ pattern, write }) =>
    [...text.matchAll(pattern)].map(match => ({ at: match.index, number: write(match) })),
  );
  return [...new Set(found.sort((one, other) => one.at - other.at).map(({ number }) => number))];
}

/** The numbers of trials that a record names: in its list of data banks, its identifiers, title and abstract. */
export function trialNumbersOf(record: ReferenceRecord): readonly string[] {
  const listed = record.dataBanks.flatMap(({ name, accessions }) =>
    accessions.map(accession => `${name} ${accession}`),
  );
  const texts = [...listed, ...Object.values(record.otherIds), record.title ?? '', record.abstractText ?? ''];
  return [...new Set(texts.flatMap(trialNumbersIn))];
}
