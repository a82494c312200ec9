import type { RecordDraft } from '#core/searching/draft';
import { normalisePmcid } from '#core/searching/identifiers';
import { findDoi } from '#core/searching/pubmed/articleDraft';
import { articleIds, readLocations, readRest } from '#core/searching/pubmed/readArticle';
import { readAuthors } from '#core/searching/pubmed/readAuthors';
import { readDateParts, readPubDate } from '#core/searching/pubmed/readPubmedDate';
import {
  readAbstract,
  readGrants,
  readKeywords,
  readPages,
  readPublicationTypes,
} from '#core/searching/pubmed/readTerms';
import { at, child, textOf, textsOf, type XmlElement } from '#core/searching/xml/element';

/** A book on NCBI's bookshelf, or a chapter of one: a chapter has a title and authors of its own. */
export function readBook(root: XmlElement): RecordDraft {
  const document = root.name === 'BookDocument' ? root : child(root, 'BookDocument');
  const book = child(document, 'Book');
  const ids = articleIds(document);
  const chapterTitle = textOf(child(document, 'ArticleTitle'));
  const bookTitle = textOf(child(book, 'BookTitle'));
  const ownAuthors = readAuthors(document);
  const date = readPubDate(readDateParts(child(book, 'PubDate')));
  const raw = readRest([document]);
  delete raw.Book;
  const place = textOf(at(book, 'Publisher', 'PublisherLocation'));
  const collection = textOf(child(book, 'CollectionTitle'));
  return {
    recordType: 'book',
    title: chapterTitle ?? bookTitle,
    vernacularTitle: textOf(child(document, 'VernacularTitle')),
    abstract: readAbstract(child(document, 'Abstract')),
    authors: ownAuthors.length > 0 ? ownAuthors : readAuthors(book),
    ...(date && { date }),
    volume: textOf(child(book, 'Volume')),
    pages: readPages(child(document, 'Pagination')),
    doi: findDoi(readLocations(document), ids) ?? findDoi(readLocations(book), ids),
    pmid: textOf(child(document, 'PMID')),
    pmcid: normalisePmcid(ids.get('pmc')),
    languages: textsOf(document, 'Language'),
    publicationTypes: document ? readPublicationTypes(document) : [],
    keywords: document ? readKeywords(document) : [],
    grants: readGrants(document),
    book: {
      title: bookTitle,
      publisher: textOf(at(book, 'Publisher', 'PublisherName')),
      isbn: textsOf(book, 'Isbn'),
      accession: ids.get('bookaccession') ?? null,
      isChapter: chapterTitle !== null && chapterTitle !== bookTitle,
    },
    raw: { ...raw, ...(place && { PublisherLocation: [place] }), ...(collection && { CollectionTitle: [collection] }) },
  };
}
