/** Words that PubMed reads as a property of the record, without a tag. Source: PubMed User Guide (NLM). */
const PROPERTY_TERMS: ReadonlySet<string> = new Set([
  'hasabstract',
  'hasretractionin',
  'hasretractionof',
  'haserratumin',
  'hasexpressionofconcernin',
  'hascommentin',
  'haskeyword',
  'hasdatabanklist',
  'pmcbook',
  'indexingmethod_automated',
  'indexingmethod_curated',
  'pubstatusaheadofprint',
]);

export function isPropertyTerm(text: string): boolean {
  return PROPERTY_TERMS.has(text.toLowerCase());
}
