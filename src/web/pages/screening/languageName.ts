/** Codes by which libraries name some languages, and browsers don't know (ISO 639-2/B against 639-2/T). */
const OF_LIBRARIES: Readonly<Record<string, string>> = {
  chi: 'zho',
  cze: 'ces',
  dut: 'nld',
  fre: 'fra',
  ger: 'deu',
  gre: 'ell',
  ice: 'isl',
  mac: 'mkd',
  per: 'fas',
  rum: 'ron',
  scr: 'hrv',
  scc: 'srp',
  slo: 'slk',
};

/** The name of a language by its code, "French" for `fre`; a name stays a name. */
export function languageName(code: string): string {
  const key = code.toLowerCase();
  if (!/^[a-z]{2,3}$/.test(key)) return code;
  return new Intl.DisplayNames('en', { type: 'language' }).of(OF_LIBRARIES[key] ?? key) ?? code;
}
