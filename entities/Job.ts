import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { JOB_KINDS, JOB_STATES, type JobKind, type JobState } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Long work that a page can watch. The queue delivers it; this row tells how far it is and what came of it. */
@Entity('jobs')
@Check('job_kind_is_known', checkWords('kind', JOB_KINDS))
@Check('job_state_is_known', checkWords('state', JOB_STATES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Job {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) jobId!: string;
  @Column({ type: 'text' }) kind!: JobKind;
  @Column({ type: 'text' }) state!: JobState;
  @Column({ type: 'jsonb' }) input!: object;
  @Column({ type: 'integer', default: 0 }) doneCount!: number;
  /** Null while it isn't known how much there is to do. */
  @Column({ type: 'integer', nullable: true }) totalCount!: number | null;
  /** What it is doing now, or what came of it, in one sentence. */
  @Column({ type: 'text', default: '' }) sentence!: string;
  /** Where to go on after a stop: slices fetched, positions stored. */
  @Column({ type: 'jsonb', default: '{}' }) checkpoint!: object;
  @Column({ type: 'boolean', default: false }) isCancelRequested!: boolean;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) startedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
