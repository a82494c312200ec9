import { createHmac, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Choice } from '#core/vocabulary';

/** Somebody of the bench: their cookie, and what they are to decide next. */
export interface BenchScreener {
  readonly personId: string;
  readonly cookie: string;
  readonly recordIds: readonly string[];
  /** How many of them they have decided on. */
  next: number;
}

export interface Bench {
  readonly reviewId: string;
  readonly people: readonly BenchScreener[];
  /** What was sent and confirmed: "person record" → choice. */
  readonly sent: Map<string, Choice>;
}

/** A review with records, everybody signed in, and each record given to two people, straight into the tables. */
export async function fillBench(
  database: DataSource,
  { screeners, records, secret }: { screeners: number; records: number; secret: string },
  step: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<Bench> {
  const ids = {
    lead: randomUUID(),
    project: randomUUID(),
    review: randomUUID(),
    search: randomUUID(),
    import: randomUUID(),
  };
  const query = (text: string, values: unknown[] = []) => database.query(text, values);
  await query(
    "insert into persons (person_id, email, name, created_at) values ($1, 'lead@example.org', 'Lead', now())",
    [ids.lead],
  );
  await query('insert into projects (project_id, title, created_by, created_at) values ($1, $2, $3, now())', [
    ids.project,
    'Bench',
    ids.lead,
  ]);
  await query(
    `insert into reviews (review_id, project_id, title, title_and_abstract_mode, full_text_mode, created_by, created_at)
     values ($1, $2, 'Bench', 'double', 'double', $3, now())`,
    [ids.review, ids.project, ids.lead],
  );
  await query(
    `insert into searches (review_id, search_id, source_name, source_kind, ran_on, created_by, created_at)
     values ($1, $2, 'Bench', 'database', now(), $3, now())`,
    [ids.review, ids.search, ids.lead],
  );
  await query(
    `insert into record_imports (review_id, import_id, search_id, state, created_by, created_at) values ($1, $2, $3, 'imported', $4, now())`,
    [ids.review, ids.import, ids.search, ids.lead],
  );
  await step('records', () =>
    query(
      `insert into search_records (review_id, record_id, import_id, position, title, abstract_text, details, created_at)
       select $1, gen_random_uuid(), $2, n, 'Invented record ' || n, repeat('Invented words of an abstract. ', 40), '{}', now()
       from generate_series(1, $3::int) n`,
      [ids.review, ids.import, records],
    ),
  );
  await query(
    `insert into persons (person_id, email, name, created_at)
     select gen_random_uuid(), 'screener' || n || '@example.org', 'Screener ' || n, now() from generate_series(1, $1::int) n`,
    [screeners],
  );
  await query(
    `insert into memberships (project_id, person_id, roles, joined_at)
     select $1, person_id, '{screener}', now() from persons where person_id <> $2`,
    [ids.project, ids.lead],
  );
  await query('analyze');
  await step('each record given to two people', () => giveToTwo(database, ids, screeners));
  await query('vacuum analyze');
  return { reviewId: ids.review, people: await peopleOf(database, ids.review, secret), sent: new Map() };
}

async function giveToTwo(
  database: DataSource,
  ids: { readonly review: string; readonly lead: string },
  screeners: number,
): Promise<void> {
  await database.query(
    `with people as (select person_id, row_number() over (order by person_id) - 1 as place from persons where person_id <> $2)
     insert into screening_assignments (review_id, assignment_id, stage, record_id, person_id, batch_id, position, given_by, given_at)
     select $1, gen_random_uuid(), 'title-and-abstract', record.record_id, people.person_id, $1, record.position, $2, now()
     from search_records record
     join people on people.place in (record.position % $3, (record.position + 1 + record.position / $3 % ($3 - 1)) % $3)
     where record.review_id = $1`,
    [ids.review, ids.lead, screeners],
  );
}

async function peopleOf(database: DataSource, reviewId: string, secret: string): Promise<BenchScreener[]> {
  const rows: { person_id: string; record_ids: string[] }[] = await database.query(
    `select person_id, array_agg(record_id order by position) as record_ids from screening_assignments
     where review_id = $1 group by person_id`,
    [reviewId],
  );
  const people = rows.map(row => {
    const sid = randomUUID();
    const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
    const cookie = `pooled.sid=${encodeURIComponent(`s:${sid}.${signature}`)}`;
    return { personId: row.person_id, cookie, recordIds: row.record_ids, next: 0, sid };
  });
  await database.query(
    `insert into sessions (sid, sess, expire)
     select sid, jsonb_build_object('cookie', $3::jsonb, 'personId', person_id), now() + interval '1 day'
     from unnest($1::text[], $2::text[]) opened(sid, person_id)`,
    [
      people.map(person => person.sid),
      people.map(person => person.personId),
      { originalMaxAge: 86_400_000, httpOnly: true, path: '/' },
    ],
  );
  return people;
}
