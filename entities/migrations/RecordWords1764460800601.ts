import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs that part words; core/searching/finding/recordQuery.ts holds the same list. As SQL text, quotes doubled. */
const BREAKS = `-/.,;:()[]{}"''\`’‘“”„…&+=<>|\\*!?%#@~^_–—`;

const STATEMENTS = [
  // Words as they are written, without stems: "randomi*" must find "randomized", whose English stem is "random".
  `create function record_words(title text, abstract_text text, authors_text text, journal text) returns tsvector
   language sql immutable parallel safe as $$
     select setweight(to_tsvector('simple', translate(left(title, 20000), '${BREAKS}', repeat(' ', 40))), 'A')
       || setweight(to_tsvector('simple', translate(left(abstract_text, 200000), '${BREAKS}', repeat(' ', 40))), 'B')
       || setweight(to_tsvector('simple', translate(left(authors_text, 50000), '${BREAKS}', repeat(' ', 40))), 'C')
       || setweight(to_tsvector('simple', translate(left(coalesce(journal, ''), 2000), '${BREAKS}', repeat(' ', 40))), 'D')
   $$`,
  'alter table search_records add column words tsvector',
  'update search_records set words = record_words(title, abstract_text, authors_text, journal)',
  `create function keep_record_words() returns trigger language plpgsql as $$
   begin
     new.words := record_words(new.title, new.abstract_text, new.authors_text, new.journal);
     return new;
   end $$`,
  `create trigger search_records_words before insert or update of title, abstract_text, authors_text, journal
     on search_records for each row execute function keep_record_words()`,
  'drop index search_records_by_text',
  'create index search_records_by_words on search_records using gin (words)',
  // All that filters and sorting ask of 100,000 records, so that no record itself is read for them.
  `create index search_records_by_place on search_records (review_id, import_id, position)
     include (record_id, year)`,
  `create index search_records_by_year on search_records (review_id, year desc nulls last, record_id)`,
  `create index search_records_by_title on search_records (review_id, lower(left(title, 80)), record_id)`,
  `create index search_records_without_abstract on search_records (review_id, record_id) where abstract_text = ''`,
  `create index search_records_without_identifier on search_records (review_id, record_id)
     where doi is null and pmid is null`,
];

export class RecordWords1764460800601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger search_records_words on search_records');
    await runner.query('alter table search_records drop column words');
    await runner.query('drop function keep_record_words(); drop function record_words(text, text, text, text)');
    for (const name of ['place', 'year', 'title']) await runner.query(`drop index if exists search_records_by_${name}`);
    for (const name of ['abstract', 'identifier']) await runner.query(`drop index search_records_without_${name}`);
    await runner.query(
      `create index search_records_by_text on search_records using gin (to_tsvector('english', title || ' ' || abstract_text))`,
    );
  }
}
