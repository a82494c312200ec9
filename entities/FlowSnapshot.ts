import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { FlowCounts } from '#core/reporting/flowCounts';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** The counts of a finished flow as they were one day: the diagram is drawn from them again. Never changed. */
@Entity('flow_snapshots')
@Unique('one_flow_snapshot_per_number', ['reviewId', 'number'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['frozenBy'], ['personId'])
export class FlowSnapshot {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) snapshotId!: string;
  /** Counts from 1. */
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'jsonb' }) counts!: FlowCounts;
  @Column({ type: 'uuid' }) frozenBy!: string;
  @Column({ type: 'timestamptz' }) frozenAt!: Date;
}
