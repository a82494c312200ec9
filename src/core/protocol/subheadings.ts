/** MeSH subheadings and their two-letter codes. Source: NLM, "MeSH Qualifiers" (list of the topical subheadings). */
const CODES = `AA analogs & derivatives|AB abnormalities|AD administration & dosage|AE adverse effects|AG agonists
AH anatomy & histology|AI antagonists & inhibitors|AN analysis|BI biosynthesis|BL blood|BS blood supply
CF cerebrospinal fluid|CH chemistry|CI chemically induced|CL classification|CN congenital|CO complications
CS chemical synthesis|CY cytology|DE drug effects|DF deficiency|DG diagnostic imaging|DH diet therapy|DI diagnosis
DT drug therapy|EC economics|ED education|EH ethnology|EM embryology|EN enzymology|EP epidemiology|ES ethics
ET etiology|GD growth & development|GE genetics|HI history|IM immunology|IN injuries|IP isolation & purification
IR innervation|IS instrumentation|LJ legislation & jurisprudence|ME metabolism|MI microbiology|MO mortality|MT methods
NU nursing|OG organization & administration|PA pathology|PC prevention & control|PD pharmacology|PH physiology
PK pharmacokinetics|PO poisoning|PP physiopathology|PS parasitology|PX psychology|PY pathogenicity|RE radiation effects
RH rehabilitation|RT radiotherapy|SC secondary|SD supply & distribution|SN statistics & numerical data|ST standards
SU surgery|TD trends|TH therapy|TM transmission|TO toxicity|TR transplantation|TU therapeutic use|UL ultrastructure
UR urine|VE veterinary|VI virology`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  CODES.split(/[|\n]/).map((line): [string, string] => [line.slice(3), line.slice(0, 2)]),
);
const BY_CODE: ReadonlyMap<string, string> = new Map(
  [...BY_NAME].map(([name, code]): [string, string] => [code, name]),
);

/** The two letters of a subheading's name ("drug therapy" → "DT"), or null. */
export function subheadingCode(name: string): string | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/\s+and\s+/g, ' & ')
    .replace(/\s+/g, ' ');
  return BY_NAME.get(plain) ?? (BY_CODE.has(name.trim().toUpperCase()) ? name.trim().toUpperCase() : null);
}

/** The full name of a subheading given by name or by its two letters, in small letters. */
export function subheadingName(nameOrCode: string): string {
  const plain = nameOrCode
    .trim()
    .toLowerCase()
    .replace(/\s+and\s+/g, ' & ')
    .replace(/\s+/g, ' ');
  return BY_CODE.get(nameOrCode.trim().toUpperCase()) ?? plain;
}
