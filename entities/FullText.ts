import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { FULL_TEXT_STATES, type FullTextState, type MatchCertainty } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';
import { SearchRecord } from '#entities/SearchRecord';

/**
 * An uploaded PDF. Its content is kept outside the database under its hash; only who sees this row gets at it, so that a
 * hash alone opens nothing.
 */
@Entity('full_texts')
@Unique('one_file_per_report', ['reviewId', 'recordId', 'fileHash'])
@Index('full_texts_by_hash', ['fileHash'])
@Check('full_text_state_is_known', checkWords('state', FULL_TEXT_STATES))
@Check('filed_with_a_report', `(state = 'filed') = (record_id is not null)`)
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['uploadedBy'], ['personId'])
@ForeignKey(() => Person, ['filedBy'], ['personId'])
export class FullText {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) fullTextId!: string;
  @Column({ type: 'text' }) state!: FullTextState;
  /** The report that it was put with. */
  @Column({ type: 'uuid', nullable: true }) recordId!: string | null;
  /** SHA-256 of the content, in hexadecimal. */
  @Column({ type: 'text' }) fileHash!: string;
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'integer' }) bytes!: number;
  @Column({ type: 'integer', nullable: true }) pages!: number | null;
  /** Why it is of no use, as a sentence. */
  @Column({ type: 'text', nullable: true }) refusal!: string | null;
  /** The reports that it may be of, the likeliest first, as its first pages told. */
  @Column({ type: 'jsonb', default: [] }) matches!: {
    recordId: string;
    certainty: MatchCertainty;
    because: string;
  }[];
  @Column({ type: 'uuid' }) uploadedBy!: string;
  @Column({ type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ type: 'uuid', nullable: true }) filedBy!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) filedAt!: Date | null;
}
