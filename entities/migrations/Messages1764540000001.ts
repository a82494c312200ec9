import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create table conversations (
    conversation_id uuid not null,
    lower_id uuid not null,
    higher_id uuid not null,
    begun_at timestamptz not null,
    constraint conversations_key primary key (conversation_id),
    constraint one_conversation_per_pair unique (lower_id, higher_id),
    constraint two_people_converse check (lower_id < higher_id),
    constraint conversations_lower_id_exists foreign key (lower_id) references persons (person_id),
    constraint conversations_higher_id_exists foreign key (higher_id) references persons (person_id)
  )`,
  'create index conversations_by_higher on conversations (higher_id)',
  `create table private_messages (
    conversation_id uuid not null,
    message_id uuid not null,
    from_id uuid not null,
    text text not null,
    click_key uuid not null,
    sent_at timestamptz not null,
    read_at timestamptz,
    constraint private_messages_key primary key (conversation_id, message_id),
    constraint one_message_per_click unique (conversation_id, from_id, click_key),
    constraint private_messages_conversation_id_exists foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
    constraint private_messages_from_id_exists foreign key (from_id) references persons (person_id)
  )`,
  'create index private_messages_unread on private_messages (conversation_id, from_id) where read_at is null',
  'create index private_messages_by_sender on private_messages (from_id, sent_at)',
  `create table message_blocks (
    person_id uuid not null,
    blocked_id uuid not null,
    blocked_at timestamptz not null,
    constraint message_blocks_key primary key (person_id, blocked_id),
    constraint message_blocks_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade,
    constraint message_blocks_blocked_id_exists foreign key (blocked_id) references persons (person_id) on delete cascade
  )`,
  `create table message_reports (
    report_id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    person_id uuid not null,
    reason text not null,
    note text not null default '',
    reported_at timestamptz not null,
    settled_at timestamptz,
    constraint message_reports_key primary key (report_id),
    constraint one_report_per_message unique (conversation_id, message_id, person_id),
    constraint message_report_reason_is_known check (reason in ('asks-for-money', 'unfriendly', 'unwanted', 'tells-decisions', 'other')),
    constraint message_reports_conversation_id_message_id_exists foreign key (conversation_id, message_id) references private_messages (conversation_id, message_id) on delete cascade,
    constraint message_reports_person_id_exists foreign key (person_id) references persons (person_id)
  )`,
  `create table message_stops (
    person_id uuid not null,
    because text not null,
    stopped_at timestamptz not null,
    constraint message_stops_key primary key (person_id),
    constraint message_stops_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
];

/** What two people write to each other, who takes no messages from whom, what was reported, and who may write no more. */
export class Messages1764540000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['message_stops', 'message_reports', 'message_blocks', 'private_messages', 'conversations']) {
      await queryRunner.query(`drop table ${table}`);
    }
  }
}
