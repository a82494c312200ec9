import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create table communities (
    community_id uuid not null,
    name text not null,
    about text not null default '',
    seed integer not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint communities_key primary key (community_id),
    constraint communities_created_by_exists foreign key (created_by) references persons (person_id)
  )`,
  `create table community_members (
    community_id uuid not null,
    person_id uuid not null,
    part text not null,
    state text not null,
    is_core boolean not null default false,
    wants text not null default '',
    wishes_like_path boolean not null default false,
    places integer not null default 0,
    is_counted boolean not null default true,
    asked_at timestamptz not null,
    joined_at timestamptz,
    left_at timestamptz,
    constraint community_members_key primary key (community_id, person_id),
    constraint community_part_is_known check (part in ('mentee', 'senior', 'faculty', 'committee')),
    constraint community_member_state_is_known check (state in ('asked', 'member', 'declined', 'left')),
    constraint newcomer_places_are_few check (places between 0 and 12),
    constraint community_members_community_id_exists foreign key (community_id) references communities (community_id) on delete cascade,
    constraint community_members_person_id_exists foreign key (person_id) references persons (person_id)
  )`,
  'create index community_members_by_person on community_members (person_id)',
  `create table community_invitations (
    community_id uuid not null,
    invitation_id uuid not null,
    token_hash text not null,
    part text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    constraint community_invitations_key primary key (invitation_id),
    constraint one_community_invitation_per_token unique (token_hash),
    constraint invited_part_is_known check (part in ('mentee', 'senior', 'faculty', 'committee')),
    constraint community_invitations_community_id_exists foreign key (community_id) references communities (community_id) on delete cascade,
    constraint community_invitations_made_by_exists foreign key (made_by) references persons (person_id)
  )`,
  `create table community_events (
    event_id uuid not null,
    community_id uuid not null,
    title text not null,
    about text not null default '',
    place text not null default '',
    starts_at timestamptz not null,
    minutes integer not null,
    capacity integer,
    planned_by uuid not null,
    planned_at timestamptz not null,
    cancelled_at timestamptz,
    constraint community_events_key primary key (event_id),
    constraint event_takes_a_while check (minutes between 5 and 1440),
    constraint event_has_a_place check (capacity is null or capacity >= 1),
    constraint community_events_community_id_exists foreign key (community_id) references communities (community_id) on delete cascade,
    constraint community_events_planned_by_exists foreign key (planned_by) references persons (person_id)
  )`,
  'create index community_events_by_time on community_events (community_id, starts_at)',
  `create table event_answers (
    event_id uuid not null,
    person_id uuid not null,
    state text not null,
    answered_at timestamptz not null,
    constraint event_answers_key primary key (event_id, person_id),
    constraint event_answer_is_known check (state in ('coming', 'waiting', 'not-coming')),
    constraint event_answers_event_id_exists foreign key (event_id) references community_events (event_id) on delete cascade,
    constraint event_answers_person_id_exists foreign key (person_id) references persons (person_id) on delete cascade
  )`,
  `create table community_pairs (
    pair_id uuid not null,
    community_id uuid not null,
    newcomer_id uuid not null,
    member_id uuid not null,
    state text not null,
    reasons text[] not null default '{}',
    newcomer_agreed_at timestamptz,
    member_agreed_at timestamptz,
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    constraint community_pairs_key primary key (pair_id),
    constraint community_pair_state_is_known check (state in ('offered', 'met', 'declined', 'ended')),
    constraint nobody_is_paired_twice unique (community_id, newcomer_id, member_id),
    constraint nobody_is_paired_with_themselves check (newcomer_id <> member_id),
    constraint community_pairs_community_id_exists foreign key (community_id) references communities (community_id) on delete cascade,
    constraint community_pairs_newcomer_id_exists foreign key (newcomer_id) references persons (person_id),
    constraint community_pairs_member_id_exists foreign key (member_id) references persons (person_id),
    constraint community_pairs_made_by_exists foreign key (made_by) references persons (person_id)
  )`,
  "create unique index one_pair_at_a_time on community_pairs (community_id, newcomer_id) where state in ('offered', 'met')",
];

/** Communities: their members, events with answers, and newcomers paired with members. */
export class Communities1764550000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = ['community_pairs', 'event_answers', 'community_events', 'community_invitations'];
    for (const table of [...tables, 'community_members', 'communities']) {
      await queryRunner.query(`drop table ${table}`);
    }
  }
}
