import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs that part words; core/searching/finding/recordQuery.ts holds the same list. As SQL text, quotes doubled. */
const BREAKS = `-/.,;:()[]{}"''\`’‘“”„…&+=<>|\\*!?%#@~^_–—`;

const WORDS = `setweight(to_tsvector('simple', translate(left(title, 20000), '${BREAKS}', repeat(' ', 40))), 'A')
  || setweight(to_tsvector('simple', translate(left(abstract_text, 200000), '${BREAKS}', repeat(' ', 40))), 'B')
  || setweight(to_tsvector('simple', translate(left(authors_text, 50000), '${BREAKS}', repeat(' ', 40))), 'C')
  || setweight(to_tsvector('simple', translate(left(coalesce(journal, ''), 2000), '${BREAKS}', repeat(' ', 40))), 'D')`;

const recordWords = (words: string) =>
  `create or replace function record_words(title text, abstract_text text, authors_text text, journal text) returns tsvector
   language sql immutable parallel safe as $$ select ${words} $$`;

const STATEMENTS = [
  // The signs are letters that no word of a text begins with: a beginning of a word never leads to them. wordCondition.ts holds the same.
  `create function field_words(words tsvector) returns tsvector language sql immutable parallel safe as $$
     select words || array_to_tsvector(array(
       select 'ᴛ' || lexeme from unnest(ts_filter(words, '{a}'))
       union all select 'ᴀ' || lexeme from unnest(ts_filter(words, '{c}'))
       union all select 'ᴊ' || lexeme from unnest(ts_filter(words, '{d}'))))
   $$`,
  recordWords(`field_words(${WORDS})`),
  // What a list is sorted by stood beside the table with the words, and was fetched from there for each comparison.
  `alter table record_index alter column sort_title type text using left(sort_title, 60),
     alter column words type tsvector using field_words(words),
     alter column sort_title set storage main, alter column words set storage external`,
];

/** Words of titles, authors and journals are found in their field by the index alone; lists sort by titles where they stand. */
export class RecordFieldWords1764620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(recordWords(WORDS));
    await runner.query('drop function field_words(tsvector)');
    await runner.query(
      `create function unsigned_words(words tsvector) returns tsvector language sql immutable as $$
         select ts_delete(words, array(select lexeme from unnest(words) where lexeme ~ '^[ᴛᴀᴊ]')) $$`,
    );
    await runner.query(
      `alter table record_index alter column sort_title set storage extended,
         alter column words type tsvector using unsigned_words(words), alter column words set storage external`,
    );
    await runner.query('drop function unsigned_words(tsvector)');
  }
}
