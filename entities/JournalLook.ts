import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { JournalAdvice } from '#core/matching/journalAdvice';
import { Review } from '#entities/Review';

/** The latest look for journals that publish on a review's topic. */
@Entity('journal_looks')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
export class JournalLook {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @Column({ type: 'timestamptz' }) foundAt!: Date;
  /** Whether what is included played a part: then it is for those alone who may know that. */
  @Column({ type: 'boolean' }) namesIncluded!: boolean;
  @Column({ type: 'jsonb' }) advice!: JournalAdvice;
}
