/** A DOI on which there is nothing to mend, as nearly all are. */
const CLEAN_DOI = /^10\.\d{4,9}\/[a-z\d._;()-]*[a-z\d]$/i;

/**
 * A DOI in lower case without resolver, prefix or the tails that exporters leave on it; null when the text holds none.
 * Percent-encoded characters are decoded (`10.1016/0376-8716%2876%2990010-7`), as are the tails of publishers' pages
 * (`/abstract`, `/full`, `/pdf`, `/asset/x.pdf?v=1`).
 * Source: DOI Handbook, section 2 (10.1000/182): a prefix `10.` with a registrant code, a slash, and any printable suffix.
 */
export function normaliseDoi(text: string | null | undefined): string | null {
  if (!text) return null;
  if (CLEAN_DOI.test(text)) return text.toLowerCase();
  const start = /10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)/i.exec(text);
  if (!start) return null;
  let doi = text.slice(start.index).replace(/(?:[\s"]|<\/?[a-z]).*$/is, '');
  const isAddress = /https?:\/\/\S*$/i.test(text.slice(0, start.index));
  if (/%[0-9a-f]{2}/i.test(doi)) doi = decodePercent(doi);
  if (isAddress) {
    doi = doi.replace(/[?#].*$/, '');
    doi = doi
      .replace(/\/asset\/.*$/i, '')
      .replace(/\/(?:abstract|full|fulltext|pdf|epdf|meta|summary|references|html)$/i, '');
  }
  doi = doi.replace(/[.,;:\]}'”’]+$/, '');
  if (doi.endsWith(')') && !doi.includes('(')) doi = doi.replace(/[).]+$/, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/\S/.test(doi) ? doi.toLowerCase() : null;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A PubMed identifier: 1 to 8 digits without leading zeros, bare or behind `PMID:`, `PUBMED`, `MEDLINE:` or PubMed's address. */
export function normalisePmid(text: string | null | undefined): string | null {
  if (!text) return null;
  // Excel's exponent still holds the number as long as no digit was rounded away.
  const exponent = /^(\d)[.,](\d{5,7})E\+?0?(\d)$/i.exec(text.trim());
  if (exponent && exponent[2]?.length === Number(exponent[3])) return `${exponent[1]}${exponent[2]}`;
  const digits =
    /^(?:pmid|pubmed(?: ?id)?|medline|info:pmid\/|https?:\/\/(?:www\.|pubmed\.)?ncbi\.nlm\.nih\.gov\/(?:pubmed\/)?)?[ :#]*(\d{1,8})(?:\.0)?\/?(?: ?\[pmid\])?\.?$/i.exec(
      text.trim(),
    )?.[1];
  const pmid = digits?.replace(/^0+/, '');
  return pmid ? pmid : null;
}

/** A PubMed Central identifier as `PMC` and digits; the version of a manuscript (`PMC3706072.1`) stays, as PubMed has it. */
export function normalisePmcid(text: string | null | undefined): string | null {
  const digits = /(?:^|\b)PMC(?:ID:? ?PMC|ID:? ?)?(\d{1,9}(?:\.\d{1,2})?)(?![\d.]\d)/i.exec(text ?? '')?.[1];
  return digits ? `PMC${digits}` : null;
}

/** An ORCID iD as `dddd-dddd-dddd-dddX`, from an address or from bare digits. */
export function normaliseOrcid(text: string | null | undefined): string | null {
  if (!text) return null;
  const found = /(?:^|[^0-9])(\d{4})[-‐–]?(\d{4})[-‐–]?(\d{4})[-‐–]?(\d{3}[\dX])(?![0-9])/i.exec(text);
  return found ? `${found[1]}-${found[2]}-${found[3]}-${found[4]}`.toUpperCase() : null;
}

/** An ISSN as `dddd-dddX`: the first one that the text holds. */
export function normaliseIssn(text: string | null | undefined): string | null {
  const found = /(?:^|[^0-9])(\d{4})[-‐–]?(\d{3}[\dX])(?![0-9-])/i.exec(text ?? '');
  return found ? `${found[1]}-${found[2]}`.toUpperCase() : null;
}
