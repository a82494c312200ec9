import { In } from 'typeorm';
import { type AuthorSign, authorSign, familyNames, plain } from '#core/screening/authorship';
import type { RecordAuthor } from '#core/searching/record';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Context } from '#services/context';

export interface Authorship {
  readonly personId: string;
  readonly recordId: string;
  readonly sign: AuthorSign;
}

/** Which of these people may have written which of these records: by ORCID iD, by name and affiliation, or by name. */
export async function authorsAmong(
  ctx: Context,
  reviewId: string,
  personIds: readonly string[],
  recordIds: readonly string[],
): Promise<Authorship[]> {
  const people = await loadPeople(ctx, personIds);
  const suspects = await recordsBy(ctx, reviewId, people, recordIds);
  if (suspects.length === 0) return [];
  const rows: { record_id: string; authors: readonly RecordAuthor[] | null }[] = await ctx.db.query(
    "select record_id, details->'authors' as authors from search_records where review_id = $1 and record_id = any($2)",
    [reviewId, suspects],
  );
  return rows.flatMap(row =>
    people.flatMap(person => {
      const sign = authorSign(person, row.authors ?? []);
      return sign ? [{ personId: person.personId, recordId: row.record_id, sign }] : [];
    }),
  );
}

async function loadPeople(ctx: Context, personIds: readonly string[]) {
  const people = await ctx.db.findBy(Person, { personId: In([...personIds]) });
  const profiles = await ctx.db.findBy(Profile, { personId: In([...personIds]) });
  return people.map(({ personId, name, orcid }) => ({
    personId,
    name,
    orcid,
    // Where somebody works stands in the line that they write about themselves.
    affiliation: profiles.find(one => one.personId === personId)?.headline ?? '',
  }));
}

/** Records whose authors are worth a closer look: a family name or an ORCID iD of one of the people stands there. */
async function recordsBy(
  ctx: Context,
  reviewId: string,
  people: readonly { readonly name: string; readonly orcid: string | null }[],
  recordIds: readonly string[],
): Promise<string[]> {
  const families = new Set(people.flatMap(person => familyNames(person.name)));
  const orcids = people.flatMap(person => person.orcid ?? []);
  const rows: { record_id: string; authors_text: string; has_orcid: boolean }[] = await ctx.db.query(
    `select record_id, authors_text, ${orcids.length === 0 ? 'false' : "details->>'authors' like any($3)"} as has_orcid
     from search_records where review_id = $1 and record_id = any($2)`,
    [reviewId, recordIds, ...(orcids.length === 0 ? [] : [orcids.map(orcid => `%${orcid}%`)])],
  );
  const isFamily = (author: string) => familyNames(author).some(name => families.has(name));
  return rows
    .filter(row => row.has_orcid || row.authors_text.split(';').some(author => isFamily(plain(author))))
    .map(row => row.record_id);
}
