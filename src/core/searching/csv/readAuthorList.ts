import { readPersonName } from '#core/searching/personName';
import type { RecordAuthor } from '#core/searching/record';

const ENDS_IN_INITIALS = /^\S.*\s(?:\p{Lu}\.?[-‐ ]?){1,5}$/u;
/** As Google Scholar and Publish or Perish have them: `AB Author`. */
const BEGINS_WITH_INITIALS = /^(?:\p{Lu}\.?[-‐]?){1,4}\s+\p{L}\S/u;
const ENDS_IN_SUFFIX = /^[^,]+,[^,]+,\s*(?:Jr|Sr|[1-4](?:st|nd|rd|th)|I{2,3}|IV)\.?$/i;
const INITIALS = /^(?:\p{Lu}\.?[-‐ ]?){1,5}$/u;

/** Names in one cell, cut as its punctuation suggests. */
function cutNames(cell: string): string[] {
  if (cell.includes(';')) return cell.split(/\s*;\s*/);
  if (cell.includes('|')) return cell.split(/\s*\|\s*/);
  if (/\n/.test(cell)) return cell.split(/\s*\n\s*/);
  // A single group, or a single person with a suffix.
  if (/,\s*$/.test(cell) || ENDS_IN_SUFFIX.test(cell)) return [cell];
  if (/ and | & /i.test(cell)) {
    const names = cell.split(/,? and |,? & /i);
    return names.flatMap(name => (name.split(',').length > 2 ? cutNames(name) : [name]));
  }
  const parts = cell.split(/\s*,\s*/).filter(Boolean);
  if (parts.length < 2) return parts;
  if (parts.every(part => ENDS_IN_INITIALS.test(part.trim()))) return parts;
  if (parts.every(part => BEGINS_WITH_INITIALS.test(part.trim()))) return parts;
  // `Smith, J., Doe, A.`: family names and initials take turns.
  if (parts.length % 2 === 0 && parts.every((part, index) => index % 2 === 0 || INITIALS.test(part)))
    return parts.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${parts[index + 1] ?? ''}`] : []));
  return parts.length > 2 ? parts : [cell];
}

/** Authors as tables list them: between semicolons, bars, `and`, or commas after initials; Scopus adds its numbers. */
export function readAuthorList(cell: string): RecordAuthor[] {
  const withoutNumbers = cell.replace(/\s*\(\d{6,}\)/g, '');
  // PubMed ends its list with a full stop; where initials have stops of their own, the last one is theirs.
  const whole = withoutNumbers.replace(/^([^.]*)\.\s*$/, '$1');
  return cutNames(whole).flatMap(name => readPersonName(name) ?? []);
}
