import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table labels (
      review_id uuid not null,
      label_id uuid not null,
      name text not null,
      tint text not null,
      audience text not null,
      created_by uuid not null,
      created_at timestamptz not null,
      constraint label_audience_is_known check (audience in ('own', 'shared')),
      constraint label_tint_is_known check (tint in ('plain', 'blue', 'orange', 'violet')),
      constraint labels_key primary key (review_id, label_id),
      constraint labels_review_id_exists foreign key (review_id) references reviews(review_id) on delete cascade,
      constraint labels_created_by_exists foreign key (created_by) references persons(person_id)
    )`,
  `create unique index one_shared_label_per_name on labels (review_id, lower(name)) where audience = 'shared'`,
  `create unique index one_own_label_per_name on labels (review_id, created_by, lower(name)) where audience = 'own'`,
  `create table record_labels (
      review_id uuid not null,
      record_id uuid not null,
      label_id uuid not null,
      person_id uuid not null,
      stage text not null,
      created_at timestamptz not null,
      constraint label_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint record_labels_key primary key (review_id, record_id, label_id, person_id),
      constraint record_labels_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade,
      constraint record_labels_review_id_label_id_exists foreign key (review_id, label_id)
        references labels(review_id, label_id) on delete cascade,
      constraint record_labels_person_id_exists foreign key (person_id) references persons(person_id)
    )`,
  `create index record_labels_by_label on record_labels (review_id, label_id, record_id)`,
  `create table record_notes (
      review_id uuid not null,
      note_id uuid not null,
      record_id uuid not null,
      person_id uuid not null,
      audience text not null,
      stage text not null,
      text text not null,
      written_at timestamptz not null,
      changed_at timestamptz,
      constraint note_audience_is_known check (audience in ('own', 'shared')),
      constraint note_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint record_notes_key primary key (review_id, note_id),
      constraint record_notes_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade,
      constraint record_notes_person_id_exists foreign key (person_id) references persons(person_id)
    )`,
  `create index record_notes_by_record on record_notes (review_id, record_id)`,
];

export class LabelsAndNotes1764460800600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table record_notes, record_labels, labels');
  }
}
