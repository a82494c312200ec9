/** The elements that an article of PubMed is made of, the commonest first among those that share a letter and a length. */
const NAMES: readonly string[] = [
  ...[
    'Abstract',
    'AbstractText',
    'AccessionNumber',
    'AccessionNumberList',
    'Acronym',
    'Affiliation',
    'AffiliationInfo',
  ],
  ...['Agency', 'Article', 'ArticleDate', 'ArticleId', 'ArticleIdList', 'ArticleTitle', 'Author', 'AuthorList'],
  ...[
    'Chemical',
    'ChemicalList',
    'Citation',
    'CitationSubset',
    'CoiStatement',
    'CollectiveName',
    'CommentsCorrections',
  ],
  ...['CommentsCorrectionsList', 'CopyrightInformation', 'Country', 'DataBank', 'DataBankList', 'DataBankName'],
  ...['DateCompleted', 'DateCreated', 'DateRevised', 'Day', 'DescriptorName', 'ELocationID', 'EndPage', 'ForeName'],
  ...['GeneralNote', 'Grant', 'GrantID', 'GrantList', 'History', 'Hour', 'ISOAbbreviation', 'ISSN', 'ISSNLinking'],
  ...['Identifier', 'Initials', 'Investigator', 'InvestigatorList', 'Issue', 'Journal', 'JournalIssue', 'Keyword'],
  ...['KeywordList', 'Language', 'LastName', 'MedlineCitation', 'MedlineDate', 'MedlineJournalInfo', 'MedlinePgn'],
  ...['MedlineTA', 'MeshHeading', 'MeshHeadingList', 'Minute', 'Month', 'NameOfSubstance', 'NlmUniqueID'],
  ...['NumberOfReferences', 'OtherAbstract', 'OtherID', 'PMID', 'Pagination', 'PubDate', 'PubMedPubDate'],
  ...['PublicationStatus', 'PublicationType', 'PublicationTypeList', 'PubmedArticle', 'PubmedData', 'QualifierName'],
  ...['RefSource', 'Reference', 'ReferenceList', 'RegistryNumber', 'Season', 'StartPage', 'Suffix', 'SupplMeshList'],
  ...['SupplMeshName', 'Title', 'VernacularTitle', 'Volume', 'Year', 'b', 'i', 'sub', 'sup', 'u'],
];

const LETTERS = 64;

const byLengthAndLetter: (readonly string[] | undefined)[] = [];
for (const name of NAMES) {
  const place = name.length * LETTERS + (name.charCodeAt(0) % LETTERS);
  byLengthAndLetter[place] = [...(byLengthAndLetter[place] ?? []), name];
}

/**
 * The name that stands between two places. A known one is found again instead of being cut out: that costs no memory, and
 * comparing it later costs nothing.
 */
export function nameBetween(text: string, from: number, to: number): string {
  const known = byLengthAndLetter[(to - from) * LETTERS + (text.charCodeAt(from) % LETTERS)];
  if (known) for (const name of known) if (text.startsWith(name, from)) return name;
  return text.slice(from, to);
}
