import type { Actor, Context } from '#services/context';
import { signUp } from '#services/people/signUp';
import { createProject } from '#services/projects/createProject';
import { createReview } from '#services/reviews/createReview';

const STATEMENTS = [
  `insert into searches (review_id, search_id, source_name, source_kind, ran_on, created_by, created_at)
   select REVIEW, made_id(REVIEW::text || name), name, 'database', '2026-01-01', PERSON, now()
   from unnest(array['PubMed', 'Embase', 'CENTRAL']) name where true`,
  `insert into record_imports (review_id, import_id, search_id, state, created_by, created_at)
   select REVIEW, search_id, search_id, 'imported', PERSON, now() from searches where review_id = REVIEW`,
  // Words as rare and common as in titles: the rank's share cubed.
  `insert into search_records (review_id, record_id, import_id, position, title, abstract_text, authors_text, year,
     journal, doi, pmid, details, created_at)
   select REVIEW, made_id('record' || n || REVIEW::text), made_id(REVIEW::text || (array['PubMed', 'Embase', 'CENTRAL'])[1 + n % 3]), n,
     case when n % 9 = 0 then 'A randomised trial of ' else '' end || case when n % 31 = 0 then 'reminders and ' else '' end
       || words(n, 9), case when n % 12 = 0 then '' else words(n + 7, 190) || case when n % 5 = 0 then ' trial' else '' end end,
     'Name' || n % 6000 || ' A; Name' || n % 4999 || ' B', 1980 + n % 47, 'Journal ' || n % 900,
     '10.5555/bench.' || n, (30000000 + n)::text, '{}', now()
   from generate_series(1, NUMBER) n`,
  // The whole record, as an import keeps it: what is exported and read.
  `update search_records set details = jsonb_build_object('recordType', 'article', 'title', title, 'vernacularTitle', null,
     'abstract', case when abstract_text = '' then '[]'::jsonb
       else jsonb_build_array(jsonb_build_object('label', null, 'category', null, 'text', abstract_text)) end,
     'abstractText', nullif(abstract_text, ''), 'authors', (select jsonb_agg(jsonb_build_object('last', split_part(author, ' ', 1),
       'fore', null, 'initials', split_part(author, ' ', 2), 'suffix', null, 'collective', null, 'affiliations', '[]'::jsonb,
       'orcid', null)) from unnest(string_to_array(authors_text, '; ')) author), 'authorsComplete', true, 'journal', journal,
     'journalAbbreviation', null, 'issn', null, 'nlmId', null, 'date', jsonb_build_object('year', year, 'month', null,
       'day', null, 'season', null, 'raw', year::text), 'volume', volume, 'issue', issue, 'pages', pages, 'doi', doi, 'pmid', pmid,
     'pmcid', null, 'otherIds', '{}'::jsonb, 'languages', '["eng"]'::jsonb, 'publicationTypes', '[]'::jsonb,
     'meshHeadings', '[]'::jsonb, 'keywords', '[]'::jsonb, 'chemicals', '[]'::jsonb, 'dataBanks', '[]'::jsonb,
     'grants', '[]'::jsonb, 'retraction', '{"isRetracted": false, "isNotice": false, "concern": false, "retractedBy": [],
       "retracts": []}'::jsonb, 'errata', '{"in": [], "for": []}'::jsonb, 'book', null, 'raw', '{}'::jsonb,
     'source', jsonb_build_object('file', null, 'format', 'pubmed-xml', 'index', position, 'line', position))
   where review_id = REVIEW`,
  `insert into duplicate_clusters (review_id, cluster_id, primary_record_id, created_at)
   select REVIEW, made_id('cluster' || n || REVIEW::text), made_id('record' || n || REVIEW::text), now()
   from generate_series(1, NUMBER, 4) n where n + 1 <= NUMBER`,
  `insert into duplicate_members (review_id, record_id, cluster_id)
   select REVIEW, made_id('record' || n + step || REVIEW::text), made_id('cluster' || n || REVIEW::text)
   from generate_series(1, NUMBER, 4) n, unnest(array[0, 1]) step where n + 1 <= NUMBER`,
  `insert into screening_decisions (review_id, decision_id, stage, record_id, person_id, choice, note, decided_at)
   select REVIEW, made_id('decision' || n || REVIEW::text), 'title-and-abstract', made_id('record' || n || REVIEW::text), PERSON,
     case when n % 21 = 0 then 'include' else 'exclude' end, '', now()
   from generate_series(1, NUMBER, 2) n`,
];

/** A lead with a review of so many made-up records, a third of them of each source and a quarter of them merged. */
export async function fillReview(ctx: Context, number: number): Promise<{ actor: Actor; reviewId: string }> {
  const email = 'bench@example.org';
  const known: { person_id: string; review_id: string }[] = await ctx.db.query(
    'select person_id, review_id from persons join reviews on created_by = person_id where email = $1',
    [email],
  );
  if (known[0]) return { actor: { personId: known[0].person_id, isAdministrator: true }, reviewId: known[0].review_id };
  const { personId } = await signUp(ctx, { name: 'Bench', email, password: 'long enough for this', kind: 'other' });
  const actor = { personId, isAdministrator: true };
  const project = await createProject(ctx, actor, { title: 'Bench', summary: '', specialty: '' });
  const { id: reviewId } = await createReview(ctx, actor, project.id, {
    title: 'Bench',
    titleAndAbstractMode: 'single',
    fullTextMode: 'single',
  });
  // The shape of a random UUID, which the pages and endpoints insist on.
  await ctx.db.query(
    `create or replace function made_id(seed text) returns uuid language sql immutable as $$
       select overlay(overlay(md5(seed) placing '4' from 13) placing '8' from 17)::uuid $$`,
  );
  await ctx.db.query(
    `create or replace function words(seed int, many int) returns text language sql as $$
       select string_agg('word' || floor(12000 * power(abs(hashint4(seed * 1000 + place)::bigint % 100000) / 100000.0, 3))::int, ' ')
       from generate_series(1, many) place $$`,
  );
  for (const statement of STATEMENTS) {
    await ctx.db.query(
      statement
        .replaceAll('REVIEW', `'${reviewId}'::uuid`)
        .replaceAll('PERSON', `'${personId}'::uuid`)
        .replaceAll('NUMBER', String(number)),
    );
  }
  await ctx.db.query('vacuum analyze');
  return { actor, reviewId };
}
