import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Review } from '#entities/Review';
import { SearchRecord } from '#entities/SearchRecord';

/** Records that point to the same report. Every copy is kept; the primary one stands for them in screening. */
@Entity('duplicate_clusters')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => SearchRecord, ['reviewId', 'primaryRecordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
export class DuplicateCluster {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) clusterId!: string;
  @Column({ type: 'uuid' }) primaryRecordId!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
