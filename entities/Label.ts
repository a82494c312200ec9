import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LABEL_TINTS, type LabelTint, REMARK_AUDIENCES, type RemarkAudience } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A word that people put on records to find them again: a person's own, or one that the team shares. */
@Entity('labels')
@Index('one_shared_label_per_name', { synchronize: false })
@Index('one_own_label_per_name', { synchronize: false })
@Check('label_audience_is_known', checkWords('audience', REMARK_AUDIENCES))
@Check('label_tint_is_known', checkWords('tint', LABEL_TINTS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Label {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) labelId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) tint!: LabelTint;
  @Column({ type: 'text' }) audience!: RemarkAudience;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
