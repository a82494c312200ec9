import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs that part words; core/searching/finding/recordQuery.ts holds the same list. As SQL text, quotes doubled. */
const BREAKS = `-/.,;:()[]{}"''\`’‘“”„…&+=<>|\\*!?%#@~^_–—`;

const COLUMNS = 'review_id, record_id, import_id, position, year, has_abstract, has_identifier, sort_title, words';

/** The columns of the index for a row of `search_records` that goes by this name. */
function indexed(row: string): string {
  return `${row}.review_id, ${row}.record_id, ${row}.import_id, ${row}.position, ${row}.year, ${row}.abstract_text <> '',
    ${row}.doi is not null or ${row}.pmid is not null, lower(left(${row}.title, 60)),
    record_words(${row}.title, ${row}.abstract_text, ${row}.authors_text, ${row}.journal)`;
}

const STATEMENTS = [
  // Words as they are written, without stems: "randomi*" must find "randomized", whose English stem is "random".
  `create function record_words(title text, abstract_text text, authors_text text, journal text) returns tsvector
   language sql immutable parallel safe as $$
     select setweight(to_tsvector('simple', translate(left(title, 20000), '${BREAKS}', repeat(' ', 40))), 'A')
       || setweight(to_tsvector('simple', translate(left(abstract_text, 200000), '${BREAKS}', repeat(' ', 40))), 'B')
       || setweight(to_tsvector('simple', translate(left(authors_text, 50000), '${BREAKS}', repeat(' ', 40))), 'C')
       || setweight(to_tsvector('simple', translate(left(coalesce(journal, ''), 2000), '${BREAKS}', repeat(' ', 40))), 'D')
   $$`,
  `create table record_index (
      review_id uuid not null,
      record_id uuid not null,
      import_id uuid not null,
      position integer not null,
      year integer,
      has_abstract boolean not null,
      has_identifier boolean not null,
      sort_title text not null,
      words tsvector not null,
      constraint record_index_key primary key (review_id, record_id),
      constraint record_index_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade
    )`,
  // The words stand beside the table: a list reads a hundred bytes a record, and the words only to rank hits by them.
  'alter table record_index set (toast_tuple_target = 128)',
  'alter table record_index alter column words set storage external',
  `insert into record_index (${COLUMNS}) select ${indexed('record')} from search_records record`,
  `create function keep_record_index() returns trigger language plpgsql as $$
   begin
     insert into record_index (${COLUMNS}) values (${indexed('new')})
     on conflict (review_id, record_id) do update set import_id = excluded.import_id, position = excluded.position,
       year = excluded.year, has_abstract = excluded.has_abstract, has_identifier = excluded.has_identifier,
       sort_title = excluded.sort_title, words = excluded.words;
     return null;
   end $$`,
  `create trigger search_records_index after insert or update of title, abstract_text, authors_text, journal, year, doi,
     pmid on search_records for each row execute function keep_record_index()`,
  'drop index search_records_by_text',
  'create index record_index_by_words on record_index using gin (words)',
  'create index record_index_by_place on record_index (review_id, import_id, position)',
  'create index record_index_by_year on record_index (review_id, year desc nulls last, record_id)',
  'create index record_index_by_title on record_index (review_id, sort_title, record_id)',
];

export class RecordIndex1764460800601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger search_records_index on search_records');
    await runner.query('drop function keep_record_index()');
    await runner.query('drop table record_index');
    await runner.query('drop function record_words(text, text, text, text)');
    await runner.query(
      `create index search_records_by_text on search_records using gin (to_tsvector('english', title || ' ' || abstract_text))`,
    );
  }
}
