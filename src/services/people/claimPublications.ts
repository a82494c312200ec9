import { type Publication, publicationOf } from '#core/people/publication';
import type { PublicationOrigin, PublicationState } from '#core/people/vocabulary';
import { type AuthorshipWeight, weighAuthorship } from '#core/people/weighAuthorship';
import { Problem } from '#core/problem';
import { plain } from '#core/screening/authorship';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import type { Actor, Context } from '#services/context';
import { readArticles } from '#services/imports/readArticles';
import { inspectStoredFile, readStoredFile } from '#services/imports/readStoredFile';
import { claimantOf, weighWaiting } from '#services/people/weighWaiting';
import { type DeedContext, perform } from '#services/perform';

/** So many at once: one question to PubMed, answered within a second or two. */
const MOST_AT_ONCE = 200;
const MOST_FILE_BYTES = 20_000_000;
const NAMED_PROBLEMS = 20;

export interface FoundPublications {
  readonly claimed: number;
  readonly proposed: number;
  readonly known: number;
  readonly problems: readonly string[];
}

/** Claims the publications of a list of PMIDs; one that doesn't name the person as an author is proposed, not claimed. */
export async function claimPmids(ctx: Context, actor: Actor, text: string): Promise<FoundPublications> {
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  const pmids = [
    ...new Set(
      words.map(word => word.replace(/^(?:pmid:?|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/)/i, '').replace(/\/$/, '')),
    ),
  ].filter(word => word !== '');
  const wrong = pmids.find(pmid => !/^[1-9]\d{0,8}$/.test(pmid));
  if (wrong !== undefined) throw fieldProblem('pmids', `“${wrong}” is no PMID: write numbers of up to nine digits.`);
  if (pmids.length === 0) throw fieldProblem('pmids', 'Write at least one PMID.');
  if (pmids.length > MOST_AT_ONCE)
    throw fieldProblem('pmids', `These are ${pmids.length} PMIDs. Claim up to ${MOST_AT_ONCE} at once.`);
  const publications = await fetchPublications(ctx, pmids);
  const missing = pmids.filter(pmid => !publications.some(one => one.pmid === pmid));
  return store(
    ctx,
    actor,
    publications,
    'pmid',
    missing.map(pmid => `PubMed knows no PMID ${pmid}.`),
  );
}

/** Claims the publications of a reference file, as `claimPmids` does. */
export async function claimFile(
  ctx: Context,
  actor: Actor,
  file: { readonly fileName: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<FoundPublications> {
  const { hash, bytes } = await ctx.files.save(file.content, MOST_FILE_BYTES);
  if (bytes === 0) throw new Problem('invalid', 'The file is empty. Export it again and upload it.');
  const nature = await inspectStoredFile(ctx, hash);
  const publications: Publication[] = [];
  const problems: string[] = [];
  const sinks = {
    record: (record: Parameters<typeof publicationOf>[0]) => {
      const publication = publicationOf(record);
      if (publication) publications.push(publication);
      else problems.push(`Line ${record.source.line}: a record without a title was left out.`);
    },
    skip: ({ line, reason }: { line: number; reason: string }) => void problems.push(`Line ${line}: ${reason}.`),
    deletion: () => undefined,
  };
  for await (const _ of readStoredFile(ctx, hash, nature, sinks, file)) {
    if (publications.length > 2000)
      throw new Problem('invalid', 'This file has more than 2,000 records. Export your own publications alone.');
  }
  return store(ctx, actor, publications, 'file', problems);
}

/** Looks in PubMed under a name, or under the person's ORCID iD, and proposes what is found, the newest 200. */
export async function findPublications(
  ctx: Context,
  actor: Actor,
  input: { readonly name: string; readonly byOrcid: boolean },
): Promise<FoundPublications> {
  const person = await ctx.db.findOneByOrFail(Person, { personId: actor.personId });
  const query = input.byOrcid ? orcidQuery(person) : nameQuery(input.name || person.name);
  const found = await ctx.pubmed.searchIds(query);
  const pmids = found.slice(0, MOST_AT_ONCE);
  const publications = pmids.length === 0 ? [] : await fetchPublications(ctx, pmids);
  const more =
    found.length > pmids.length
      ? [
          `PubMed finds ${found.length.toLocaleString('en-US')} under this name; the first ${pmids.length} were looked at. Add initials, or claim by PMID.`,
        ]
      : [];
  return store(ctx, actor, publications, input.byOrcid ? 'orcid' : 'name', more);
}

function orcidQuery(person: Person): string {
  if (!person.orcid) throw new Problem('conflict', 'Connect your ORCID iD first.');
  return `${person.orcid}[auid]`;
}

/** "Amara Okafor" is asked for as "Okafor A", and as "Okafor Amara" in full. */
function nameQuery(name: string): string {
  const words = name
    .replace(/["[\]()]/g, ' ')
    .trim()
    .split(/\s+/);
  if (plain(name) === '') throw fieldProblem('name', 'Write a name as it stands on your publications.');
  const last = words.at(-1) ?? '';
  // Already as PubMed writes it: the initials stand last.
  if (words.length > 1 && /^\p{Lu}{1,3}$/u.test(last)) return `${words.join(' ')}[Author]`;
  const initial = [...(words[0] ?? '')][0] ?? '';
  if (words.length === 1) return `${name}[Author]`;
  return `${last} ${initial}[Author] OR "${last}, ${words.slice(0, -1).join(' ')}"[Full Author Name]`;
}

async function fetchPublications(ctx: Context, pmids: readonly string[]): Promise<Publication[]> {
  const publications: Publication[] = [];
  for await (const { xml } of ctx.pubmed.fetchXml(pmids))
    publications.push(...readArticles(xml).flatMap(record => publicationOf(record) ?? []));
  return publications;
}

async function store(
  ctx: Context,
  actor: Actor,
  publications: readonly Publication[],
  origin: PublicationOrigin,
  problems: readonly string[],
): Promise<FoundPublications> {
  const counts = { claimed: 0, proposed: 0, known: 0 };
  await perform(ctx, actor, 'claim-publications', async tx => {
    // Two uploads at once must not store a publication twice.
    await tx.db.findOneOrFail(Profile, { where: { personId: actor.personId }, lock: { mode: 'pessimistic_write' } });
    const stored = await tx.db.findBy(ClaimedPublication, { personId: actor.personId });
    const known = new Map<string, ClaimedPublication | null>(
      stored.flatMap(one => keysOf(one).map(key => [key, one] as const)),
    );
    const claimant = await claimantOf(tx, actor.personId, stored);
    for (const publication of publications) {
      const key = keysOf(publication).find(one => known.has(one));
      const before = key === undefined ? undefined : known.get(key);
      for (const one of keysOf(publication)) if (!known.has(one)) known.set(one, null);
      const weight = weighAuthorship(publication, claimant);
      if (before !== undefined) {
        // What waits for the person's word and is now handed over by them has it.
        const isSettled = before?.state === 'proposed' && stateOf(origin, weight.isNamed) === 'claimed';
        counts[isSettled ? 'claimed' : 'known']++;
        if (!isSettled) continue;
        const { publicationId } = before;
        const settled = { state: 'claimed' as const, answeredAt: tx.now() };
        await tx.db.update(ClaimedPublication, { personId: actor.personId, publicationId }, settled);
        before.state = 'claimed';
        continue;
      }
      const state = stateOf(origin, weight.isNamed);
      counts[state]++;
      await tx.db.insert(ClaimedPublication, rowOf(tx, actor, publication, { state, origin, weight }));
    }
    if (counts.claimed > 0 || counts.known > 0) await weighWaiting(tx, actor.personId);
    if (counts.claimed + counts.proposed === 0) return tx.changedNothing();
    tx.witness({ subjectKind: 'person', subjectId: actor.personId, facts: { origin, ...counts } });
  });
  const left = problems.length - NAMED_PROBLEMS;
  return { ...counts, problems: left > 0 ? [...problems.slice(0, NAMED_PROBLEMS), `And ${left} more.`] : problems };
}

function rowOf(
  tx: DeedContext,
  { personId }: Actor,
  publication: Publication,
  found: { readonly state: PublicationState; readonly origin: PublicationOrigin; readonly weight: AuthorshipWeight },
) {
  const { state, origin, weight } = found;
  return {
    ...publication,
    personId,
    publicationId: tx.newId(),
    authors: [...publication.authors],
    meshHeadings: [...publication.meshHeadings],
    keywords: [...publication.keywords],
    state,
    origin,
    evidence: [...weight.evidence],
    score: weight.score,
    isLikely: weight.isLikely,
    addedAt: tx.now(),
    answeredAt: state === 'claimed' ? tx.now() : null,
  };
}

/** What a person hands over themselves is theirs, unless it doesn't name them; what a search finds waits for their word. */
function stateOf(origin: PublicationOrigin, isNamed: boolean): Exclude<PublicationState, 'refused'> {
  return (origin === 'pmid' || origin === 'file') && isNamed ? 'claimed' : 'proposed';
}

function keysOf(one: Pick<Publication, 'pmid' | 'doi' | 'title' | 'year'>): string[] {
  const identifiers = [one.pmid && `pmid ${one.pmid}`, one.doi && `doi ${one.doi.toLowerCase()}`].flatMap(
    key => key || [],
  );
  return [...identifiers, `title ${plain(one.title)} ${one.year ?? ''}`];
}

function fieldProblem(field: string, detail: string): Problem {
  return new Problem('invalid', detail, {}, [{ pointer: `/body/${field}`, detail }]);
}
