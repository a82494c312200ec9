import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { SearchRecord } from '#entities/SearchRecord';

/** A record's place in a cluster of duplicates; a record is in one cluster at most. */
@Entity('duplicate_members')
@Index('duplicate_members_by_cluster', ['reviewId', 'clusterId'])
@ForeignKey(() => DuplicateCluster, ['reviewId', 'clusterId'], ['reviewId', 'clusterId'], { onDelete: 'CASCADE' })
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
export class DuplicateMember {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) clusterId!: string;
}
