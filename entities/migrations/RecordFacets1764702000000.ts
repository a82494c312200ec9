import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Counted beside the filters in the order of the index: no row of the table is read, and nothing is hashed or sorted.
  `create index record_index_by_facets on record_index (review_id, import_id, year, has_abstract, has_identifier)
     include (record_id) where not is_copy`,
  // The one above and that of the records that are no copies begin as it did.
  'drop index record_index_by_place',
  // It begins with the person, so that what is asked of one record is never looked for in it.
  `create index screening_decisions_by_person on screening_decisions (person_id, review_id, stage, choice)
     include (record_id)`,
];

/** Records are counted by source, year and gaps, and found by one's own decisions, in indexes alone. */
export class RecordFacets1764702000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index screening_decisions_by_person');
    await runner.query('create index record_index_by_place on record_index (review_id, import_id, position)');
    await runner.query('drop index record_index_by_facets');
  }
}
