import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OUTCOME_KINDS, type OutcomeKind } from '#core/extraction/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Review } from '#entities/Review';

/** What was measured, and when. */
@Entity('outcomes')
@Unique('one_outcome_per_name', ['reviewId', 'name', 'timepoint'])
@Check('outcome_kind_is_known', checkWords('kind', OUTCOME_KINDS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
export class Outcome {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) outcomeId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', default: '' }) timepoint!: string;
  @Column({ type: 'text' }) kind!: OutcomeKind;
  @Column({ type: 'text', default: '' }) unit!: string;
  /** Whether less of it is better for the patient: "favours" labels follow from it. */
  @Column({ type: 'boolean', default: true }) isLowerBetter!: boolean;
  @Column({ type: 'integer' }) position!: number;
  /** Measurements from so many days after the start, to so many, count as this timepoint; null: any. */
  @Column({ type: 'double precision', nullable: true }) windowFromDays!: number | null;
  @Column({ type: 'double precision', nullable: true }) windowToDays!: number | null;
}
