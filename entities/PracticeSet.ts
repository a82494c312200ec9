import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PRACTICE_AUDIENCES, PRACTICE_ORIGINS, type PracticeAudience, type PracticeOrigin } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/**
 * Records with known answers that people screen to see how well they do. It belongs to nobody's review: what a person
 * showed in it stays theirs when the review that it was made for is gone.
 */
@Entity('practice_sets')
@Check('practice_audience_is_known', checkWords('audience', PRACTICE_AUDIENCES))
@Check('practice_origin_is_known', checkWords('origin', PRACTICE_ORIGINS))
@ForeignKey(() => Review, ['forReviewId'], ['reviewId'], { onDelete: 'SET NULL' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class PracticeSet {
  @PrimaryColumn({ type: 'uuid' }) practiceSetId!: string;
  @Column({ type: 'text' }) name!: string;
  /** What is wanted and what is not: the criteria that stand beside the records. */
  @Column({ type: 'text' }) includeWhen!: string;
  @Column({ type: 'text', default: '' }) excludeWhen!: string;
  @Column({ type: 'text' }) audience!: PracticeAudience;
  /** The review whose team practises; its leads see the results, and who practises is told so before. */
  @Column({ type: 'uuid', nullable: true }) forReviewId!: string | null;
  @Column({ type: 'text' }) origin!: PracticeOrigin;
  /** The luck of the draw. */
  @Column({ type: 'integer' }) seed!: number;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  /** Offered no more; results stay. */
  @Column({ type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
}
