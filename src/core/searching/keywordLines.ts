import type { Keyword, MeshHeading, MeshTerm } from '#core/searching/record';

function starred(term: MeshTerm): string {
  return term.major ? `*${term.name}` : term.name;
}

/** A heading as PubMed's text has it: `Neoplasms/*drug therapy`, the major ones starred. */
export function meshLine(heading: MeshHeading): string {
  return [heading, ...heading.qualifiers].map(starred).join('/');
}

/** A keyword, starred where it is a main one. */
export function keywordLine(keyword: Keyword): string {
  return keyword.major ? `*${keyword.text}` : keyword.text;
}
