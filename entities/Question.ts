import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { FRAMES, type Frame } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** One slot of a question's frame, as `core/protocol` reads it. */
export interface QuestionSlot {
  slot: string;
  text: string;
  synonyms: string[];
  meshHeadings: string[];
  explode: boolean;
  /** What follows is missing in versions from before it could be said. */
  majorOnly?: boolean;
  proximity?: number | null;
  truncate?: boolean;
  includeWords?: string[];
  excludeWords?: string[];
  inSearch: boolean;
}

/** A version of the review's question with the search string that follows from it. Versions are kept. */
@Entity('questions')
@Unique('one_question_per_version', ['reviewId', 'version'])
@Check('frame_is_known', checkWords('frame', FRAMES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Question {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) questionId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) frame!: Frame;
  @Column({ type: 'text', default: '' }) title!: string;
  @Column({ type: 'jsonb' }) slots!: QuestionSlot[];
  @Column({ type: 'text', array: true, default: '{}' }) filters!: string[];
  @Column({ type: 'text', array: true, default: '{}' }) languages!: string[];
  /** First and last year of publication, where the search is limited. */
  @Column({ type: 'integer', nullable: true }) publishedFrom!: number | null;
  @Column({ type: 'integer', nullable: true }) publishedTo!: number | null;
  @Column({ type: 'text', default: '' }) searchString!: string;
  /** True where a person has written the string by hand: a change of the slots then leaves it alone. */
  @Column({ type: 'boolean', default: false }) isSearchStringEdited!: boolean;
  /** Why this version replaced the one before it. */
  @Column({ type: 'text', default: '' }) reason!: string;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
