import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create table mentor_seats (
    person_id uuid not null,
    tasks text[] not null,
    capacity integer not null,
    about text not null default '',
    updated_at timestamptz not null,
    constraint mentor_seats_key primary key (person_id),
    constraint mentor_capacity_is_small check (capacity between 0 and 12),
    constraint mentor_seats_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  `create table mentorships (
    mentorship_id uuid not null,
    mentee_id uuid not null,
    mentor_id uuid not null,
    task text not null,
    state text not null,
    note text not null default '',
    rhythm text,
    asked_at timestamptz not null,
    answered_at timestamptz,
    ended_at timestamptz,
    constraint mentorships_key primary key (mentorship_id),
    constraint mentor_task_is_known check (task in ('faculty', 'senior', 'peer')),
    constraint mentorship_state_is_known check (state in ('asked', 'active', 'declined', 'withdrawn', 'ended')),
    constraint check_in_rhythm_is_known check (rhythm in ('weekly-then-monthly', 'months-1-3-6', 'own')),
    constraint mentorships_mentee_id_exists foreign key (mentee_id) references persons (person_id),
    constraint mentorships_mentor_id_exists foreign key (mentor_id) references persons (person_id)
  )`,
  "create unique index one_mentor_per_task on mentorships (mentee_id, task) where state in ('asked', 'active')",
  'create index mentorships_by_mentor on mentorships (mentor_id)',
  `create table check_ins (
    check_in_id uuid not null,
    mentorship_id uuid not null,
    on_day date not null,
    starts_at timestamptz,
    place text not null default '',
    state text not null,
    agenda jsonb not null default '{}',
    constraint check_ins_key primary key (check_in_id),
    constraint one_check_in_per_day unique (mentorship_id, on_day),
    constraint check_in_state_is_known check (state in ('planned', 'held', 'missed')),
    constraint check_ins_mentorship_id_exists foreign key (mentorship_id) references mentorships (mentorship_id) on delete cascade
  )`,
  `create table check_in_notes (
    note_id uuid not null,
    check_in_id uuid not null,
    person_id uuid not null,
    audience text not null,
    text text not null,
    written_at timestamptz not null,
    constraint check_in_notes_key primary key (note_id),
    constraint check_in_audience_is_known check (audience in ('shared', 'private')),
    constraint check_in_notes_check_in_id_exists foreign key (check_in_id) references check_ins (check_in_id) on delete cascade,
    constraint check_in_notes_person_id_exists foreign key (person_id) references persons (person_id)
  )`,
  'create index check_in_notes_by_check_in on check_in_notes (check_in_id)',
  `create table mentoring_promises (
    promise_id uuid not null,
    mentorship_id uuid not null,
    promised_by uuid not null,
    text text not null,
    made_at timestamptz not null,
    kept_at timestamptz,
    constraint mentoring_promises_key primary key (promise_id),
    constraint mentoring_promises_mentorship_id_exists foreign key (mentorship_id) references mentorships (mentorship_id) on delete cascade,
    constraint mentoring_promises_promised_by_exists foreign key (promised_by) references persons (person_id)
  )`,
  'create index mentoring_promises_by_mentorship on mentoring_promises (mentorship_id)',
  `create table goals (
    goal_id uuid not null,
    person_id uuid not null,
    text text not null,
    due_on date,
    is_shared boolean not null default true,
    reached_at timestamptz,
    constraint goals_key primary key (goal_id),
    constraint goals_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  'create index goals_by_person on goals (person_id)',
];

/** Mentors and what they offer, check-ins with agenda and notes, promises, goals. */
export class Mentoring1764480600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['goals', 'mentoring_promises', 'check_in_notes', 'check_ins', 'mentorships', 'mentor_seats']) {
      await queryRunner.query(`drop table ${table}`);
    }
  }
}
