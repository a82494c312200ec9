import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create table letters (
    letter_id uuid not null,
    person_id uuid not null,
    state text not null,
    tries integer not null default 0,
    next_try_at timestamptz not null,
    unsubscribe_hash text,
    written_at timestamptz not null,
    sent_at timestamptz,
    constraint letters_key primary key (letter_id),
    constraint letter_state_is_known check (state in ('waiting', 'sending', 'sent', 'failed')),
    constraint one_letter_per_unsubscribe_link unique (unsubscribe_hash),
    constraint letters_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  "create index letters_to_send on letters (next_try_at) where state in ('waiting', 'sending')",
  `create table notifications (
    person_id uuid not null,
    notification_id uuid not null,
    kind text not null,
    about_key text not null,
    title text not null,
    line text not null default '',
    link text not null,
    at timestamptz not null,
    read_at timestamptz,
    is_on_page boolean not null default true,
    mail text not null,
    letter_id uuid,
    constraint notifications_key primary key (person_id, notification_id),
    constraint notification_mail_is_known check (mail in ('at-once', 'daily', 'weekly', 'off')),
    constraint told_once unique (person_id, kind, about_key),
    constraint notifications_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  "create index notifications_to_mail on notifications (person_id, at) where letter_id is null and mail <> 'off'",
  'create index notifications_of_letter on notifications (letter_id) where letter_id is not null',
  `create table notification_settings (
    person_id uuid not null,
    choices jsonb not null default '{}',
    is_mail_off boolean not null default false,
    quiet_from integer not null,
    quiet_until integer not null,
    digest_hour integer not null,
    digest_weekday integer not null,
    saved_at timestamptz not null,
    constraint notification_settings_key primary key (person_id),
    constraint letter_hours_are_hours check (quiet_from between 0 and 23 and quiet_until between 0 and 23 and digest_hour between 0 and 23),
    constraint digest_weekday_is_a_weekday check (digest_weekday between 0 and 6),
    constraint notification_settings_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  'alter table offers add column answer_by date',
];

/** What is told to whom, how they want it, the letters that carry it; until when an offer stands. */
export class Notifications1764540000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table offers drop column answer_by');
    for (const table of ['notification_settings', 'notifications', 'letters']) {
      await queryRunner.query(`drop table ${table}`);
    }
  }
}
