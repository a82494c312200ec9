import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // A copy knows which record stands for it, so that no list joins the clusters to find by a copy's source.
  'alter table record_index add column stood_for_by uuid',
  `update record_index record set stood_for_by = cluster.primary_record_id from duplicate_members member
     join duplicate_clusters cluster on cluster.review_id = member.review_id and cluster.cluster_id = member.cluster_id
   where member.review_id = record.review_id and member.record_id = record.record_id
     and member.record_id <> cluster.primary_record_id`,
  `create or replace function keep_copies_of_members() returns trigger language plpgsql as $$
   begin
     if tg_op <> 'INSERT' then
       update record_index set is_copy = false, stood_for_by = null
       where review_id = old.review_id and record_id = old.record_id and is_copy;
     end if;
     if tg_op <> 'DELETE' then
       update record_index record set is_copy = cluster.primary_record_id <> new.record_id,
         stood_for_by = nullif(cluster.primary_record_id, new.record_id)
       from duplicate_clusters cluster
       where cluster.review_id = new.review_id and cluster.cluster_id = new.cluster_id
         and record.review_id = new.review_id and record.record_id = new.record_id
         and record.stood_for_by is distinct from nullif(cluster.primary_record_id, new.record_id);
     end if;
     return null;
   end $$`,
  `create or replace function keep_copies_of_clusters() returns trigger language plpgsql as $$
   begin
     update record_index record set is_copy = record.record_id <> new.primary_record_id,
       stood_for_by = nullif(new.primary_record_id, record.record_id)
     from duplicate_members member
     where member.review_id = new.review_id and member.cluster_id = new.cluster_id
       and record.review_id = new.review_id and record.record_id = member.record_id;
     return null;
   end $$`,
  // Counted and paged without a look at the table.
  `create index record_index_by_import on record_index (review_id, import_id, position) include (record_id, year)
     where not is_copy`,
  `create index record_index_of_copies on record_index (review_id, import_id) include (stood_for_by) where is_copy`,
];

export class RecordStandIns1764480000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index record_index_of_copies');
    await runner.query('drop index record_index_by_import');
    await runner.query(
      `create or replace function keep_copies_of_members() returns trigger language plpgsql as $$
       begin
         if tg_op <> 'INSERT' then
           update record_index set is_copy = false
           where review_id = old.review_id and record_id = old.record_id and is_copy;
         end if;
         if tg_op <> 'DELETE' then
           update record_index record set is_copy = cluster.primary_record_id <> new.record_id
           from duplicate_clusters cluster
           where cluster.review_id = new.review_id and cluster.cluster_id = new.cluster_id
             and record.review_id = new.review_id and record.record_id = new.record_id
             and record.is_copy <> (cluster.primary_record_id <> new.record_id);
         end if;
         return null;
       end $$`,
    );
    await runner.query(
      `create or replace function keep_copies_of_clusters() returns trigger language plpgsql as $$
       begin
         update record_index record set is_copy = record.record_id <> new.primary_record_id
         from duplicate_members member
         where member.review_id = new.review_id and member.cluster_id = new.cluster_id
           and record.review_id = new.review_id and record.record_id = member.record_id;
         return null;
       end $$`,
    );
    await runner.query('alter table record_index drop column stood_for_by');
  }
}
