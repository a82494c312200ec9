import { normaliseOrcid } from '#core/searching/identifiers';
import type { RecordAuthor } from '#core/searching/record';
import { child, childrenOf, textOf, textsOf, type XmlElement } from '#core/searching/xml/element';

function readAuthor(author: XmlElement): RecordAuthor {
  const orcid = childrenOf(author, 'Identifier').find(identifier => identifier.attributes.Source === 'ORCID');
  return {
    last: textOf(child(author, 'LastName')),
    fore: textOf(child(author, 'ForeName')) ?? textOf(child(author, 'FirstName')),
    initials: textOf(child(author, 'Initials')),
    suffix: textOf(child(author, 'Suffix')),
    collective: textOf(child(author, 'CollectiveName')),
    // Until 2014 an author had one affiliation, without the element around it.
    affiliations: [
      ...childrenOf(author, 'AffiliationInfo').flatMap(info => textsOf(info, 'Affiliation')),
      ...textsOf(author, 'Affiliation'),
    ],
    orcid: normaliseOrcid(textOf(orcid)),
  };
}

/** The lists of authors that stand directly in an element; editors are none of them. */
function authorLists(element: XmlElement | undefined): XmlElement[] {
  return childrenOf(element, 'AuthorList').filter(list => list.attributes.Type !== 'editors');
}

export function readAuthors(element: XmlElement | undefined): RecordAuthor[] {
  return authorLists(element).flatMap(list => childrenOf(list, 'Author').map(readAuthor));
}

/** Whether PubMed calls the list of authors complete (its document type says yes unless told otherwise); null without a list. */
export function readAuthorsComplete(article: XmlElement | undefined): boolean | null {
  const list = authorLists(article)[0];
  return list ? list.attributes.CompleteYN !== 'N' : null;
}
