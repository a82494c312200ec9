import type { EvaluationContext } from '#core/protocol/evaluationContext';
import { FIELDS, type FieldTag } from '#core/protocol/fieldTags';
import { findsPhrase, findsWithin, foldText } from '#core/protocol/matchText';
import { isPropertyTerm } from '#core/protocol/propertyTerms';
import { daysOf, earlierDay, readQueryDate } from '#core/protocol/queryDates';
import type { Term } from '#core/protocol/queryTree';
import type { SearchableHeading, SearchableRecord } from '#core/protocol/searchableRecord';
import { subheadingName } from '#core/protocol/subheadings';

/** Whether one term finds a record. */
export function matchTerm(term: Term, record: SearchableRecord, context: EvaluationContext): boolean {
  if (term.tag === null && isPropertyTerm(term.text)) return hasProperty(term.text.toLowerCase(), record);
  const field = term.tag?.field ?? 'all';
  switch (field) {
    case 'mh':
    case 'majr':
      return matchHeading(term, record, context);
    case 'sh':
      return subheadingsIn(record).has(subheadingName(term.text));
    case 'pt':
      return isOneOf(record.publicationTypes, term, context);
    case 'nm':
      return isOneOf(record.substances, term, context);
    case 'la':
      return (record.languages ?? []).some(code => isLanguage(code, term.text.toLowerCase()));
    case 'pmid':
      return matchPmid(term, record);
    case 'doi':
    case 'aid':
    case 'lid':
      return (record.identifiers ?? []).some(id => id.toLowerCase() === term.text.toLowerCase());
    case 'si':
      return (record.registrations ?? []).some(id => id.toLowerCase() === term.text.toLowerCase());
    case 'vi':
      return record.volume?.toLowerCase() === term.text.toLowerCase();
    case 'ip':
      return record.issue?.toLowerCase() === term.text.toLowerCase();
    case 'pg':
      return (record.pages ?? '').split('-')[0]?.toLowerCase() === term.text.toLowerCase();
    case 'ta':
      return (record.journal ?? []).some(name => foldText(name) === foldText(term.text));
    case 'sb':
      return (record.subsets ?? []).some(name => name.toLowerCase() === term.text.toLowerCase());
    default:
      return FIELDS[field].kind === 'date' ? matchDate(field, term, record, context) : matchWords(field, term, record);
  }
}

function matchWords(field: FieldTag, term: Term, record: SearchableRecord): boolean {
  const texts = textsOf(field, record);
  if (term.tag !== null && term.tag.distance !== null) {
    const { distance } = term.tag;
    return texts.some(text => findsWithin(text, term.text, distance));
  }
  // Without a tag each word may stand in another field.
  if (term.tag === null && !term.quoted)
    return term.words.every(word => texts.some(text => findsPhrase(text, word.text)));
  return texts.some(text => findsPhrase(text, term.text));
}

/** The texts that a field looks through. */
function textsOf(field: FieldTag, record: SearchableRecord): readonly string[] {
  const titles = present([record.title, record.vernacularTitle]);
  const words = [...titles, ...present([record.abstractText]), ...(record.keywords ?? [])];
  const headings = (record.meshHeadings ?? []).flatMap(heading => [
    heading.name,
    ...heading.qualifiers.map(({ name }) => name),
  ]);
  const indexed = [...headings, ...(record.publicationTypes ?? []), ...(record.substances ?? [])];
  switch (field) {
    case 'ti':
      return present([record.title]);
    case 'tt':
      return present([record.vernacularTitle]);
    case 'ab':
      return present([record.abstractText]);
    case 'tiab':
      return words;
    case 'ot':
      return record.keywords ?? [];
    case 'tw':
      return [...words, ...indexed];
    case 'ad':
      return record.affiliations ?? [];
    case 'all':
      return [
        ...words,
        ...indexed,
        ...(record.journal ?? []),
        ...authorNames(record),
        ...(record.affiliations ?? []),
        ...present([record.pmid]),
        ...(record.identifiers ?? []),
      ];
    case 'au':
    case 'fau':
    case '1au':
    case 'lastau':
    case 'cn':
      return authorNames(record, field);
    default:
      return [];
  }
}

function authorNames(record: SearchableRecord, field: FieldTag = 'all'): readonly string[] {
  const authors = record.authors ?? [];
  const chosen = field === '1au' ? authors.slice(0, 1) : field === 'lastau' ? authors.slice(-1) : authors;
  return chosen.flatMap(({ last, fore, initials, collective }) => {
    if (field === 'cn') return present([collective]);
    const own = last === null ? [] : [`${last} ${initials ?? ''}`, `${last} ${fore ?? ''}`, `${fore ?? ''} ${last}`];
    // `Smith J` finds Smith JA as well.
    return [
      ...own,
      ...(last !== null && initials ? [`${last} ${initials.slice(0, 1)}`] : []),
      ...present([collective]),
    ];
  });
}

function matchHeading(term: Term, record: SearchableRecord, context: EvaluationContext): boolean {
  const [heading = '', subheading] = term.text.split('/').map(part => part.trim().toLowerCase());
  const wanted = term.tag?.explode === false ? new Set([heading]) : context.explode(heading);
  const isTruncated = heading.endsWith('*');
  const isNamed = ({ name }: SearchableHeading) =>
    isTruncated
      ? name.toLowerCase().startsWith(heading.slice(0, -1))
      : wanted.has(name.toLowerCase()) || foldText(name) === foldText(heading);
  const isMajorOnly = term.tag?.field === 'majr';
  return (record.meshHeadings ?? []).filter(isNamed).some(found => {
    if (subheading === undefined)
      return !isMajorOnly || found.isMajor || found.qualifiers.some(({ isMajor }) => isMajor);
    return found.qualifiers.some(
      ({ name, isMajor }) =>
        subheadingName(name) === subheadingName(subheading) && (!isMajorOnly || isMajor || found.isMajor),
    );
  });
}

function subheadingsIn(record: SearchableRecord): ReadonlySet<string> {
  return new Set(
    (record.meshHeadings ?? []).flatMap(({ qualifiers }) => qualifiers.map(({ name }) => subheadingName(name))),
  );
}

/** A name among headings of a kind, such as publication types, with those below it in the tree. */
function isOneOf(names: readonly string[] | undefined, term: Term, context: EvaluationContext): boolean {
  const wanted = term.text.toLowerCase();
  const exploded = term.tag?.explode === false ? new Set([wanted]) : context.explode(wanted);
  return (names ?? []).some(name => {
    const own = name.toLowerCase();
    return wanted.endsWith('*')
      ? own.startsWith(wanted.slice(0, -1))
      : exploded.has(own) || foldText(own) === foldText(wanted);
  });
}

function matchPmid(term: Term, record: SearchableRecord): boolean {
  if (record.pmid === null) return false;
  if (term.range === null) return record.pmid === term.text;
  const pmid = Number(record.pmid);
  return pmid >= Number(term.range.from) && pmid <= Number(term.range.to);
}

const DATE_OF: Partial<Readonly<Record<FieldTag, 'published' | 'entered' | 'created' | 'indexed' | 'revised'>>> = {
  dp: 'published',
  epdat: 'published',
  ppdat: 'published',
  edat: 'entered',
  crdt: 'created',
  mhda: 'indexed',
  lr: 'revised',
};

function matchDate(field: FieldTag, term: Term, record: SearchableRecord, context: EvaluationContext): boolean {
  const of = DATE_OF[field];
  const date = of === undefined ? undefined : record.dates?.[of];
  if (date === undefined) return false;
  const relative = /^last (\d+) (day|month|year)s?$/i.exec(term.text);
  if (relative)
    return (
      date <= context.today &&
      date >= earlierDay(context.today, Number(relative[1]), relative[2]?.toLowerCase() ?? 'day')
    );
  const from = readQueryDate(term.range?.from ?? term.text);
  const to = readQueryDate(term.range?.to ?? term.text);
  return from !== null && to !== null && date >= daysOf(from).first && date <= daysOf(to).last;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'english',
  fre: 'french',
  ger: 'german',
  spa: 'spanish',
  por: 'portuguese',
  ita: 'italian',
  rus: 'russian',
  chi: 'chinese',
  jpn: 'japanese',
  pol: 'polish',
  dut: 'dutch',
  kor: 'korean',
  tur: 'turkish',
  dan: 'danish',
  nor: 'norwegian',
  swe: 'swedish',
  fin: 'finnish',
  cze: 'czech',
  hun: 'hungarian',
  gre: 'greek',
  ara: 'arabic',
  per: 'persian',
};

function isLanguage(code: string, wanted: string): boolean {
  return code.toLowerCase() === wanted || LANGUAGES[code.toLowerCase()] === wanted;
}

function hasProperty(property: string, record: SearchableRecord): boolean {
  if (property === 'hasabstract') return record.abstractText !== null && record.abstractText !== '';
  if (property === 'haskeyword') return (record.keywords ?? []).length > 0;
  return (record.subsets ?? []).some(name => name.toLowerCase() === property);
}

function present(values: readonly (string | null | undefined)[]): readonly string[] {
  return values.filter(value => value !== null && value !== undefined && value !== '').map(String);
}
