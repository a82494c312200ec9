import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { FrozenSentence } from '#core/reporting/manuscript/compareDrafts';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** The sentences of a manuscript as they stood one day: what changes later is shown against it. Never changed. */
@Entity('manuscript_drafts')
@Unique('one_draft_per_number', ['reviewId', 'number'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['frozenBy'], ['personId'])
export class ManuscriptDraft {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) draftId!: string;
  /** Counts from 1. */
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'jsonb' }) sentences!: FrozenSentence[];
  @Column({ type: 'uuid' }) frozenBy!: string;
  @Column({ type: 'timestamptz' }) frozenAt!: Date;
}
