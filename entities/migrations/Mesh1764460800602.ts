import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table mesh_headings (
      ui text not null,
      name text not null,
      tree_numbers text[] not null default '{}',
      constraint mesh_headings_key primary key (ui)
    )`,
  `create table mesh_terms (
      ui text not null,
      term text not null,
      folded text not null,
      constraint mesh_terms_key primary key (ui, term),
      constraint mesh_terms_ui_exists foreign key (ui) references mesh_headings(ui) on delete cascade
    )`,
  'create index mesh_terms_by_beginning on mesh_terms (folded text_pattern_ops)',
  `create index mesh_terms_by_words on mesh_terms using gin (to_tsvector('simple', folded))`,
  // "Has this been done?": reviews by their publication type are found without reading every record.
  `create index search_records_of_reviews on search_records (review_id, record_id) where details @? '$.publicationTypes[*].name ? (@ like_regex "^(systematic review|meta-analysis|network meta-analysis|scoping review|review)$" flag "i")'`,
];

export class Mesh1764460800602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index search_records_of_reviews');
    await runner.query('drop table mesh_terms, mesh_headings');
  }
}
