import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each table whose rows a tally is made of. */
const SOURCES = ['screening_decisions', 'screening_assignments', 'adjudications'] as const;

const TALLY = `concat_ws(' ', coalesce(heard.decisions, 0), coalesce(heard.passing, 0), coalesce(heard.unsure, 0),
  coalesce(heard.reasons, 0), coalesce(waiting.people, 0), coalesce(settled.choice, '-'))`;

/** What is known of each record in `wanted`, each kind read once for all of them. */
const KNOWN = `left join (
    select review_id, stage, record_id, count(*) as decisions, count(*) filter (where choice <> 'exclude') as passing,
      count(*) filter (where choice = 'unsure') as unsure,
      count(distinct coalesce(criterion_id::text, '')) filter (where choice = 'exclude') as reasons
    from screening_decisions join wanted using (review_id, stage, record_id) group by review_id, stage, record_id
  ) heard using (review_id, stage, record_id)
  left join (
    select given.review_id, given.stage, given.record_id, count(*) as people
    from screening_assignments given join wanted using (review_id, stage, record_id)
    join reviews review on review.review_id = given.review_id
    join memberships seat on seat.project_id = review.project_id and seat.person_id = given.person_id
      and seat.left_at is null
    where given.withdrawn_at is null and not exists (select 1 from screening_decisions decision
      where decision.review_id = given.review_id and decision.stage = given.stage
        and decision.record_id = given.record_id and decision.person_id = given.person_id)
    group by given.review_id, given.stage, given.record_id
  ) waiting using (review_id, stage, record_id)
  left join adjudications settled using (review_id, stage, record_id)`;

const STATEMENTS = [
  `create table record_tallies (
      review_id uuid not null,
      stage text not null,
      record_id uuid not null,
      tally text not null,
      constraint tally_stage_is_known check (stage in ('title-and-abstract', 'full-text')),
      constraint record_tallies_key primary key (review_id, stage, record_id),
      constraint record_tallies_review_id_record_id_exists foreign key (review_id, record_id)
        references search_records(review_id, record_id) on delete cascade
    )`,
  // Which tallies there are is found by leaping from one to the next, and the records of each without the table.
  'create index record_tallies_by_tally on record_tallies (review_id, stage, tally, record_id)',
  // The rows are locked before anything is read: of two who decide at the same moment the second counts the first one's
  // decision too. Always all of it and never less, so that the time it takes tells nothing of what was chosen.
  `create function count_tallies(reviews uuid[], stages text[], records uuid[]) returns void language plpgsql as $$
   begin
     insert into record_tallies (review_id, stage, record_id, tally)
     select distinct review_id, asked.stage, record_id, '0 0 0 0 0 -'
     from unnest(reviews, stages, records) asked(review_id, stage, record_id)
     join search_records record using (review_id, record_id) order by 1, 2, 3
     on conflict do nothing;
     perform 1 from record_tallies
     where (review_id, stage, record_id) in (select * from unnest(reviews, stages, records))
     order by review_id, stage, record_id for no key update;
     with wanted as materialized (
       select distinct review_id, stage, record_id
       from unnest(reviews, stages, records) asked(review_id, stage, record_id))
     update record_tallies kept set tally = known.tally
     from (select review_id, stage, record_id, ${TALLY} as tally from wanted ${KNOWN}) known
     where kept.review_id = known.review_id and kept.stage = known.stage and kept.record_id = known.record_id;
   end $$`,
  `create function keep_tallies() returns trigger language plpgsql as $$
   begin
     perform count_tallies(array_agg(review_id), array_agg(stage), array_agg(record_id)) from changed having count(*) > 0;
     return null;
   end $$`,
  // Whoever is given a record may be leaving at this moment: that is waited for, since who leaves can't see this gift yet.
  `create function keep_tallies_of_gifts() returns trigger language plpgsql as $$
   begin
     perform 1 from memberships seat where (seat.project_id, seat.person_id) in (
       select review.project_id, changed.person_id from changed join reviews review using (review_id))
     order by seat.project_id, seat.person_id for share;
     perform count_tallies(array_agg(review_id), array_agg(stage), array_agg(record_id)) from changed having count(*) > 0;
     return null;
   end $$`,
  // Nobody waits for who has left the team.
  `create function keep_tallies_of_members() returns trigger language plpgsql as $$
   declare
     seat memberships;
   begin
     if tg_op = 'DELETE' then seat := old; else seat := new; end if;
     perform count_tallies(array_agg(given.review_id), array_agg(given.stage), array_agg(given.record_id))
     from screening_assignments given join reviews review on review.review_id = given.review_id
     where review.project_id = seat.project_id and given.person_id = seat.person_id having count(*) > 0;
     return null;
   end $$`,
  ...SOURCES.flatMap(table => [
    `create trigger ${table}_tallied_in after insert on ${table} referencing new table as changed
       for each statement execute function ${table === 'screening_assignments' ? 'keep_tallies_of_gifts' : 'keep_tallies'}()`,
    `create trigger ${table}_tallied_anew after update on ${table} referencing new table as changed
       for each statement execute function keep_tallies()`,
    `create trigger ${table}_tallied_out after delete on ${table} referencing old table as changed
       for each statement execute function keep_tallies()`,
  ]),
  `create trigger memberships_tallied after insert or delete or update of left_at on memberships
     for each row execute function keep_tallies_of_members()`,
  `with wanted as materialized (
     select review_id, stage, record_id from screening_decisions
     union select review_id, stage, record_id from screening_assignments
     union select review_id, stage, record_id from adjudications)
   insert into record_tallies (review_id, stage, record_id, tally)
   select review_id, stage, record_id, ${TALLY} from wanted ${KNOWN}`,
];

export class RecordTallies1764480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger memberships_tallied on memberships');
    for (const table of SOURCES) {
      for (const way of ['in', 'anew', 'out']) await runner.query(`drop trigger ${table}_tallied_${way} on ${table}`);
    }
    await runner.query(
      'drop function keep_tallies_of_members(); drop function keep_tallies_of_gifts(); drop function keep_tallies()',
    );
    await runner.query('drop function count_tallies(uuid[], text[], uuid[])');
    await runner.query('drop table record_tallies');
  }
}
