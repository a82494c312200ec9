import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same tally of each record, now read record by record through the keys of its tables. Joined in one piece, a gift of
 * ten thousand records or the leaving of a member made the planner compare each with each for as long as it had not yet
 * counted the new rows: minutes. The way of reading is always the same, so it is planned once a connection and not again
 * with each decision, which took longer than the reading. Always all of it and never less, so that the time it takes tells
 * nothing of what was chosen.
 */
const COUNT_TALLIES = `create or replace function count_tallies(reviews uuid[], stages text[], records uuid[])
  returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
  begin
    insert into record_tallies (review_id, stage, record_id, tally)
    select distinct review_id, asked.stage, record_id, '0 0 0 0 0 -'
    from unnest(reviews, stages, records) asked(review_id, stage, record_id)
    join search_records record using (review_id, record_id) order by 1, 2, 3
    on conflict do nothing;
    perform 1 from record_tallies
    where (review_id, stage, record_id) in (select * from unnest(reviews, stages, records))
    order by review_id, stage, record_id for no key update;
    update record_tallies kept set tally = concat_ws(' ',
      (select concat_ws(' ', count(*), count(*) filter (where choice <> 'exclude'), count(*) filter (where choice = 'unsure'),
         count(distinct coalesce(criterion_id::text, '')) filter (where choice = 'exclude'))
       from screening_decisions decision where decision.review_id = kept.review_id and decision.stage = kept.stage
         and decision.record_id = kept.record_id),
      (select count(*) from screening_assignments given
       join reviews review on review.review_id = given.review_id
       join memberships seat on seat.project_id = review.project_id and seat.person_id = given.person_id
         and seat.left_at is null
       where given.review_id = kept.review_id and given.stage = kept.stage and given.record_id = kept.record_id
         and given.withdrawn_at is null and not exists (select 1 from screening_decisions decision
           where decision.review_id = given.review_id and decision.stage = given.stage
             and decision.record_id = given.record_id and decision.person_id = given.person_id)),
      coalesce((select settled.choice from adjudications settled where settled.review_id = kept.review_id
        and settled.stage = kept.stage and settled.record_id = kept.record_id), '-'))
    where (review_id, stage, record_id) in (select * from unnest(reviews, stages, records));
  end $$`;

/** As RecordTallies wrote it. */
const COUNT_TALLIES_BEFORE = `create or replace function count_tallies(reviews uuid[], stages text[], records uuid[])
  returns void language plpgsql as $$
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
    from (
      select review_id, stage, record_id, concat_ws(' ', coalesce(heard.decisions, 0), coalesce(heard.passing, 0),
        coalesce(heard.unsure, 0), coalesce(heard.reasons, 0), coalesce(waiting.people, 0), coalesce(settled.choice, '-')) as tally
      from wanted
      left join (
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
      left join adjudications settled using (review_id, stage, record_id)) known
    where kept.review_id = known.review_id and kept.stage = known.stage and kept.record_id = known.record_id;
  end $$`;

/**
 * An index that begins as the key of a record does was taken for it while a new review's rows were not yet counted: each
 * record's two screeners were then looked for among all of the review's. It now begins with the person.
 */
const byPerson = (columns: string) =>
  `drop index screening_assignments_by_person;
   create index screening_assignments_by_person on screening_assignments (${columns})`;

export class TalliesByRecord1764530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNT_TALLIES);
    await runner.query(byPerson('person_id, review_id, stage, position'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(byPerson('review_id, stage, person_id, position'));
    await runner.query(COUNT_TALLIES_BEFORE);
  }
}
