import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';

/** The smallest difference in an outcome that matters to patients, as the protocol sets it. */
@Entity('minimal_differences')
@Check('minimal_difference_is_positive', 'value > 0')
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['setBy'], ['personId'])
export class MinimalDifference {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) outcomeId!: string;
  /** People per 1,000 for what is counted; units of the outcome (or standard deviations) for what is measured. */
  @Column({ type: 'double precision' }) value!: number;
  @Column({ type: 'text', default: '' }) reason!: string;
  /** Whether no analysis of the outcome had been computed when it was set. */
  @Column({ type: 'boolean' }) isBeforehand!: boolean;
  @Column({ type: 'uuid' }) setBy!: string;
  @Column({ type: 'timestamptz' }) setAt!: Date;
}
