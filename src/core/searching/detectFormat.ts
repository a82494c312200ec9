import { isOvidLabel } from '#core/searching/tagged/readOvidRecord';
import type { RecordFormat } from '#core/vocabulary';

const CSV_HEADER =
  /(?:^|[,;\t|"'\s])(?:article |document |primary |reference |study |public |scientific )?(?:titles?|abstract|authors?|author names|author\/s|doi|pmid|pubmed id|title primary)(?=["']?\s*(?:[,;\t|]|$))/i;

function detectXml(head: string): RecordFormat | null {
  if (
    /<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|PubmedBookArticleSet|MedlineCitationSet|MedlineCitation|BookDocument|DeleteCitation)[\s>/]/.test(
      head,
    )
  )
    return 'pubmed-xml';
  if (/<(?:Trials_downloaded_from_ICTRP|Trial|clinical_study|search_results|nct_id)[\s>]/.test(head))
    return 'trials-xml';
  if (/<records?[\s>]/.test(head) && /<(?:record|ref-type|source-app|contributors|xml)[\s>]/.test(head))
    return 'endnote-xml';
  return /<\?xml|<!DOCTYPE/.test(head) ? 'pubmed-xml' : null;
}

/** How many lines of each tagged format the head of a file has. */
function countTags(head: string): {
  readonly ris: number;
  readonly nbib: number;
  readonly wos: number;
  readonly refer: number;
} {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0;
  return {
    ris: count(
      /^[ \t]{0,3}(?:\d+\.\s+)?(?:TY|ER|AU|A1|TI|T1|PY|Y1|AB|N2|JO|JF|T2|KW|DO|UR|SP|VL|N1|SN|ID|DB|AN|C1) {1,2}- ?/gim,
    ),
    nbib: count(
      /^(?:PMID|OWN |STAT|FAU |DCOM|CRDT|PHST|EDAT|MHDA|BTI |JID |LID |AID |IS {2}|DP {2}|PG {2}|TA {2}|JT {2}|OT {2}|MH {2})- /gm,
    ),
    wos: count(/^(?:FN |VR |PT [A-Z]|UT \w+:|EF$|ER$|PY \d{4}|SO |TI |AU )/gm),
    refer: count(/^%[A-Z0-9@] /gm),
  };
}

/**
 * Which format a file has, from the text at its beginning; null when it looks like none. The content alone decides: a
 * file's ending lies too often. Web of Science's tagged text, Refer and Ovid's labelled text are read as dialects of RIS.
 * Takes some thousand characters, after decoding.
 */
export function detectFormat(headText: string): RecordFormat | null {
  const head = headText.replace(/^\ufeff/, '').slice(0, 100_000);
  const trimmed = head.trimStart();
  if (trimmed === '') return null;
  const isPage = /^<(?:pre|\d+)>/i.test(trimmed);
  if (trimmed.startsWith('<') && !isPage) return detectXml(trimmed);
  if (/^[{[]/.test(trimmed) && /\{\s*"protocolSection"\s*:/.test(head)) return 'trials-json';
  const isBibtex = /^\s*@\s*[a-z]+\s*[{(]/im.test(head);
  const tags = countTags(head);
  if (/^\s{0,3}(?:\d+\.\s+)?TY {1,2}- /m.test(head) && tags.ris >= tags.nbib) return 'ris';
  if (isBibtex && tags.ris + tags.nbib + tags.wos < 3) return 'bibtex';
  if (
    tags.nbib >= 2 &&
    tags.nbib >= tags.wos &&
    (/^(?:PMID|OWN |STAT|FAU |BTI )- /m.test(head) || tags.nbib > tags.ris)
  )
    return 'nbib';
  if (/^(?:FN |VR |PT [A-Z]\b)/m.test(head) && tags.wos >= 2) return 'ris';
  if (tags.ris >= 2) return 'ris';
  if (tags.refer >= 2 && /^%[0AT] /m.test(head)) return 'ris';
  if (/^<\d+>\s*$/m.test(head) && head.split(/\r\n?|\n/).filter(isOvidLabel).length >= 2) return 'ris';
  if (tags.nbib >= 1 && /^PMID-/m.test(head)) return 'nbib';
  if (isBibtex) return 'bibtex';
  const lines = trimmed.split(/\r\n?|\n/, 30);
  if (lines.some(line => /[,;\t|]/.test(line) && CSV_HEADER.test(line))) return 'csv';
  if (lines.some(line => CSV_HEADER.test(line.trim()))) return 'csv';
  return /^[^\n]*[,;\t][^\n]*\n/.test(trimmed) ? 'csv' : null;
}
