import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Openings tied to real work, projects that say whom they ask and what they bring, kept searches and reports. */
export class OpeningPosts1764480500001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table projects
      add column study_type text, add column pay text, add column work_place text,
      add column city text not null default '', add column months integer,
      add column graduated_since integer, add column exam_steps_asked text[] not null default '{}',
      add column visa_rule text, add column mentor text not null default '',
      add column contact_rule text not null default '', add column letter text,
      add constraint study_type_is_known check (study_type in ('systematic-review', 'meta-analysis',
        'network-meta-analysis', 'scoping-review', 'trial', 'cohort', 'case-control', 'cross-sectional', 'case-report', 'other')),
      add constraint pay_is_known check (pay in ('unpaid', 'stipend', 'paid')),
      add constraint work_place_is_known check (work_place in ('remote', 'hybrid', 'on-site')),
      add constraint visa_rule_is_known check (visa_rule in ('any', 'no-need')),
      add constraint letter_is_known check (letter in ('none', 'possible', 'planned'))`);
    await queryRunner.query(`alter table openings
      add column work_count integer, add column work_unit text, add column total_hours float8,
      add column starts_on date, add column due_on date, add column languages text[] not null default '{}',
      add column earns_kind text, add column hidden_at timestamptz, add column hidden_because text not null default '',
      add constraint opening_work_unit_is_known check (work_unit in ('records', 'reports', 'studies', 'results', 'pages')),
      add constraint opening_earning_is_known check (earns_kind in ('authorship-possible', 'acknowledgement'))`);
    await queryRunner.query(`alter table applications
      add column decline_reason text, add column decline_note text not null default '',
      drop constraint application_state_is_known,
      add constraint application_state_is_known check (state in
        ('sent', 'waiting', 'offered', 'accepted', 'declined', 'withdrawn')),
      add constraint decline_reason_is_known check (decline_reason in
        ('many-applied', 'other-skills', 'other-times', 'other-topic', 'seat-filled'))`);
    await queryRunner.query(`create table post_reports (
      report_id uuid not null,
      opening_id uuid not null,
      person_id uuid not null,
      reason text not null,
      note text not null default '',
      reported_at timestamptz not null,
      settled_at timestamptz,
      constraint post_reports_key primary key (report_id),
      constraint one_report_per_person unique (opening_id, person_id),
      constraint report_reason_is_known check (reason in ('asks-for-money', 'not-research', 'false', 'unfair', 'other')),
      constraint post_reports_opening_id_exists foreign key (opening_id) references openings (opening_id) on delete cascade,
      constraint post_reports_person_id_exists foreign key (person_id) references persons (person_id)
    )`);
    await queryRunner.query(`create table opening_alerts (
      person_id uuid not null,
      alert_id uuid not null,
      name text not null,
      wish jsonb not null,
      created_at timestamptz not null,
      looked_at timestamptz not null,
      constraint opening_alerts_key primary key (person_id, alert_id),
      constraint opening_alerts_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table opening_alerts');
    await queryRunner.query('drop table post_reports');
    await queryRunner.query(`update applications set state = 'sent' where state = 'waiting'`);
    await queryRunner.query(`alter table applications drop column decline_reason, drop column decline_note,
      drop constraint application_state_is_known,
      add constraint application_state_is_known check (state in ('sent', 'offered', 'accepted', 'declined', 'withdrawn'))`);
    await queryRunner.query(`alter table openings drop column work_count, drop column work_unit, drop column total_hours,
      drop column starts_on, drop column due_on, drop column languages, drop column earns_kind, drop column hidden_at,
      drop column hidden_because`);
    await queryRunner.query(`alter table projects drop column study_type, drop column pay, drop column work_place,
      drop column city, drop column months, drop column graduated_since, drop column exam_steps_asked,
      drop column visa_rule, drop column mentor, drop column contact_rule, drop column letter`);
  }
}
