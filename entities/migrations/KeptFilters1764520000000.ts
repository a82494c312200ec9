import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table kept_filters (
      review_id uuid not null,
      filter_id uuid not null,
      name text not null,
      audience text not null,
      asked jsonb not null,
      created_by uuid not null,
      created_at timestamptz not null,
      constraint kept_filter_audience_is_known check (audience in ('own', 'shared')),
      constraint kept_filters_key primary key (review_id, filter_id),
      constraint kept_filters_review_id_exists foreign key (review_id) references reviews(review_id) on delete cascade,
      constraint kept_filters_created_by_exists foreign key (created_by) references persons(person_id)
    )`,
  `create unique index one_shared_filter_per_name on kept_filters (review_id, lower(name)) where audience = 'shared'`,
  `create unique index one_own_filter_per_name on kept_filters (review_id, created_by, lower(name)) where audience = 'own'`,
];

/** Filters of the list of records that are kept under a name. */
export class KeptFilters1764520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_filters');
  }
}
