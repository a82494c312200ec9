import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Who did what to what in a review, and when. Only ever added to; the worker seals it into the chain. */
@Entity('audit_events')
@Index('audit_events_by_subject', ['reviewId', 'subjectKind', 'subjectId'])
@Index('audit_events_by_time', ['reviewId', 'at'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['actorId'], ['personId'])
export class AuditEvent {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) eventId!: string;
  /** Null for what Pooled did by itself. */
  @Column({ type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ type: 'text' }) deed!: string;
  @Column({ type: 'text' }) subjectKind!: string;
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'jsonb', default: '{}' }) facts!: object;
  @Column({ type: 'timestamptz', precision: 3 }) at!: Date;
}
