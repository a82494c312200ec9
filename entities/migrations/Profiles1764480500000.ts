import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles that fill themselves: publications, a person's path, and who sees which line. */
export class Profiles1764480500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table profiles
      add column away jsonb not null default '[]',
      add column topic_corrections jsonb not null default '[]',
      add column affiliation text not null default '',
      add column career_stage text,
      add column medical_school text not null default '',
      add column school_country text not null default '',
      add column graduation_year integer,
      add column exam_steps text[] not null default '{}',
      add column visa_need text,
      add column aims text[] not null default '{}',
      add column audiences jsonb not null default '{}',
      add column welcomed_at timestamptz,
      add constraint career_stage_is_known check (career_stage in
        ('student', 'graduate', 'resident', 'fellow', 'attending', 'researcher', 'professor', 'other')),
      add constraint visa_need_is_known check (visa_need in ('none', 'j-1', 'h-1b', 'any-visa'))`);
    // What was written before lines could be private was seen by everybody, and was written so.
    await queryRunner.query(`update profiles set welcomed_at = updated_at, audiences =
      '{"headline":"everybody","topics":"everybody","skills":"everybody","rolesWanted":"everybody",
        "languages":"everybody","hoursPerWeek":"everybody","timeZone":"everybody"}'`);
    await queryRunner.query(`create table claimed_publications (
      person_id uuid not null,
      publication_id uuid not null,
      pmid text,
      doi text,
      title text not null,
      abstract text not null default '',
      journal text not null default '',
      year integer,
      authors jsonb not null default '[]',
      mesh_headings text[] not null default '{}',
      keywords text[] not null default '{}',
      state text not null,
      origin text not null,
      evidence text[] not null default '{}',
      score float8 not null default 0,
      is_likely boolean not null default false,
      added_at timestamptz not null,
      answered_at timestamptz,
      constraint claimed_publications_key primary key (person_id, publication_id),
      constraint one_claim_per_pmid unique (person_id, pmid),
      constraint publication_state_is_known check (state in ('proposed', 'claimed', 'refused')),
      constraint publication_origin_is_known check (origin in ('pmid', 'file', 'name', 'orcid')),
      constraint claimed_publications_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table claimed_publications');
    await queryRunner.query(`alter table profiles drop column away, drop column topic_corrections, drop column affiliation,
      drop column career_stage, drop column medical_school, drop column school_country, drop column graduation_year,
      drop column exam_steps, drop column visa_need, drop column aims, drop column audiences, drop column welcomed_at`);
  }
}
