/** Free text and names of headings made safe for PubMed: whatever it would read as syntax becomes a space. */

/** Keeps letters, digits, hyphens, apostrophes, and an asterisk at the end of a word of four signs or more. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\*(?=\S)/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{M}\p{N}'*.-]+/gu, ' ')
    .split(' ')
    .map(word => {
      const bare = word.replace(/\*/g, '').replace(/^[-']+|[-']+$/g, '');
      return word.endsWith('*') && lettersOf(bare) >= 4 ? `${bare}*` : bare;
    })
    .filter(word => word !== '')
    .join(' ');
}

/** A heading's name as it may stand in quotes before [mh]; a slash before a subheading is kept. */
export function plainHeading(name: string): string {
  return name
    .replace(/[^\p{L}\p{M}\p{N},.'’+/-]+/gu, ' ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^[\s/,]+|[\s/,]+$/g, '');
}

/** `Diabetes Mellitus, Type 2` as an author would write it: `Type 2 Diabetes Mellitus`. */
export function naturalOrder(heading: string): string {
  return plainWords((heading.split('/')[0] ?? '').split(', ').toReversed().join(' '));
}

function lettersOf(word: string): number {
  return word.replace(/[^\p{L}\p{N}]/gu, '').length;
}
