import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'alter table record_index add column is_copy boolean not null default false',
  `update record_index record set is_copy = true from duplicate_members member
     join duplicate_clusters cluster on cluster.review_id = member.review_id and cluster.cluster_id = member.cluster_id
   where member.review_id = record.review_id and member.record_id = record.record_id
     and member.record_id <> cluster.primary_record_id`,
  // Which records are copies is said by the clusters alone; the index follows them, so that no list has to join them.
  `create function keep_copies_of_members() returns trigger language plpgsql as $$
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
  `create trigger duplicate_members_copies after insert or update or delete on duplicate_members
     for each row execute function keep_copies_of_members()`,
  `create function keep_copies_of_clusters() returns trigger language plpgsql as $$
   begin
     update record_index record set is_copy = record.record_id <> new.primary_record_id
     from duplicate_members member
     where member.review_id = new.review_id and member.cluster_id = new.cluster_id
       and record.review_id = new.review_id and record.record_id = member.record_id;
     return null;
   end $$`,
  `create trigger duplicate_clusters_copies after update of primary_record_id on duplicate_clusters
     for each row execute function keep_copies_of_clusters()`,
];

export class RecordCopies1764460800605 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger duplicate_clusters_copies on duplicate_clusters');
    await runner.query('drop trigger duplicate_members_copies on duplicate_members');
    await runner.query('drop function keep_copies_of_clusters(); drop function keep_copies_of_members()');
    await runner.query('alter table record_index drop column is_copy');
  }
}
