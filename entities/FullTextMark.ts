import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LABEL_TINTS, type LabelTint, REMARK_AUDIENCES, type RemarkAudience } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { FullText } from '#entities/FullText';
import { Person } from '#entities/Person';

/** A passage that a person marked in a full text; others see a shared one when they see the decisions at full text. */
@Entity('full_text_marks')
@Index('full_text_marks_by_file', ['reviewId', 'fullTextId'])
@Check('mark_audience_is_known', checkWords('audience', REMARK_AUDIENCES))
@Check('mark_tint_is_known', checkWords('tint', LABEL_TINTS))
@ForeignKey(() => FullText, ['reviewId', 'fullTextId'], ['reviewId', 'fullTextId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class FullTextMark {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) markId!: string;
  @Column({ type: 'uuid' }) fullTextId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) audience!: RemarkAudience;
  @Column({ type: 'text' }) tint!: LabelTint;
  @Column({ type: 'integer' }) page!: number;
  @Column({ type: 'text' }) quote!: string;
  /** Where the quote stands: left, top, width and height of each line as shares of the page. */
  @Column({ type: 'jsonb' }) rects!: { x: number; y: number; width: number; height: number }[];
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) changedAt!: Date | null;
}
