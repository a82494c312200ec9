import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CRITERION_KINDS, type CriterionKind } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Review } from '#entities/Review';

/** One reason a study is eligible or not, fixed beforehand. Those of kind "exclude" are the reasons at full text. */
@Entity('criteria')
@Check('criterion_kind_is_known', checkWords('kind', CRITERION_KINDS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
export class Criterion {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) criterionId!: string;
  @Column({ type: 'text' }) kind!: CriterionKind;
  /** The slot of the frame that it belongs to, such as "population"; null for one that stands alone. */
  @Column({ type: 'text', nullable: true }) slot!: string | null;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  /** Set when it no longer applies: decisions that name it keep their reason. */
  @Column({ type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
}
