import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PublishedReview } from '#core/reporting/publishedReview';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** What of a finished review everybody may read: a copy as it was when its lead published it, and nothing else. */
@Entity('publications')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['publishedBy'], ['personId'])
export class Publication {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  /** Counts from 1; grows when it is published again. */
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'text', default: '' }) doi!: string;
  @Column({ type: 'jsonb' }) content!: PublishedReview;
  @Column({ type: 'uuid' }) publishedBy!: string;
  @Column({ type: 'timestamptz' }) publishedAt!: Date;
  /** Set when it was taken back: its page then tells only that, and why. */
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ type: 'text', default: '' }) withdrawnBecause!: string;
}
