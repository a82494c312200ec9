import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds a word to those that the jobs' check knows, whichever they are by then. */
async function knowJobKind(queryRunner: QueryRunner, kind: string): Promise<void> {
  const [known]: { definition: string }[] = await queryRunner.query(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'job_kind_is_known'",
  );
  const words = [...(known?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map(([, word]) => word);
  const all = [...new Set([...words, kind])].map(word => `'${word}'`).join(', ');
  await queryRunner.query('alter table jobs drop constraint job_kind_is_known');
  await queryRunner.query(`alter table jobs add constraint job_kind_is_known check (kind in (${all}))`);
}

/** Claims of roles with what others say to them, the order of authors, and certificates. */
export class Credit1764480900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table credit_claims (
      review_id uuid not null,
      claim_id uuid not null,
      person_id uuid not null,
      role text not null,
      degree text,
      note text not null default '',
      claimed_at timestamptz not null,
      ended_at timestamptz,
      constraint credit_claims_key primary key (review_id, claim_id),
      constraint claimed_role_is_known check (role in ('conceptualization', 'data-curation', 'formal-analysis',
        'funding-acquisition', 'investigation', 'methodology', 'project-administration', 'resources', 'software',
        'supervision', 'validation', 'visualization', 'writing-original-draft', 'writing-review-editing')),
      constraint claimed_degree_is_known check (degree in ('lead', 'equal', 'supporting')),
      constraint credit_claims_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint credit_claims_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await queryRunner.query(
      'create unique index one_standing_claim_per_role on credit_claims (review_id, person_id, role) where ended_at is null',
    );
    await queryRunner.query(`create table credit_answers (
      review_id uuid not null,
      answer_id uuid not null,
      claim_id uuid not null,
      answered_by uuid not null,
      verdict text not null,
      reason text not null default '',
      answered_at timestamptz not null,
      ended_at timestamptz,
      constraint credit_answers_key primary key (review_id, answer_id),
      constraint claim_verdict_is_known check (verdict in ('confirmed', 'disputed')),
      constraint credit_answers_review_id_claim_id_exists foreign key (review_id, claim_id)
        references credit_claims (review_id, claim_id) on delete cascade,
      constraint credit_answers_answered_by_exists foreign key (answered_by) references persons (person_id)
    )`);
    await queryRunner.query(
      'create unique index one_standing_answer_per_person on credit_answers (review_id, claim_id, answered_by) where ended_at is null',
    );
    await queryRunner.query(`create table author_places (
      review_id uuid not null,
      person_id uuid not null,
      place integer not null,
      constraint author_places_key primary key (review_id, person_id),
      constraint author_places_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint author_places_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await queryRunner.query(`create table certificates (
      review_id uuid not null,
      certificate_id uuid not null,
      person_id uuid not null,
      code text not null,
      content jsonb not null,
      issued_at timestamptz not null,
      withdrawn_at timestamptz,
      constraint certificates_key primary key (review_id, certificate_id),
      constraint one_certificate_per_code unique (review_id, code),
      constraint certificates_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade,
      constraint certificates_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await queryRunner.query(`create table journal_looks (
      review_id uuid not null,
      found_at timestamptz not null,
      names_included boolean not null,
      advice jsonb not null,
      constraint journal_looks_key primary key (review_id),
      constraint journal_looks_review_id_exists foreign key (review_id) references reviews (review_id) on delete cascade
    )`);
    await knowJobKind(queryRunner, 'rank-journals');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['journal_looks', 'certificates', 'author_places', 'credit_answers', 'credit_claims']) {
      await queryRunner.query(`drop table ${table}`);
    }
  }
}
