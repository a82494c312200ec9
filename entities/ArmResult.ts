import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Provenance } from '#core/extraction/convert';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';
import { Arm } from '#entities/Arm';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';

/** One arm's numbers for one outcome: events of total, mean, standard deviation and number of people, or events over person-time. */
@Entity('arm_results')
@Unique('one_result_per_arm_and_outcome', ['reviewId', 'armId', 'outcomeId'])
@ForeignKey(() => Arm, ['reviewId', 'armId'], ['reviewId', 'armId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['extractedBy'], ['personId'])
export class ArmResult {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) armResultId!: string;
  @Column({ type: 'uuid' }) armId!: string;
  @Column({ type: 'uuid' }) outcomeId!: string;
  @Column({ type: 'double precision', nullable: true }) events!: number | null;
  @Column({ type: 'double precision', nullable: true }) total!: number | null;
  @Column({ type: 'double precision', nullable: true }) mean!: number | null;
  @Column({ type: 'double precision', nullable: true }) standardDeviation!: number | null;
  /** Time at risk, in the outcome's unit, of a rate. */
  @Column({ type: 'double precision', nullable: true }) personTime!: number | null;
  /** Where it stands in the report: "Table 2, p. 412". */
  @Column({ type: 'text', default: '' }) foundAt!: string;
  /** The report, page and words that the numbers were read in. */
  @Column({ type: 'jsonb', nullable: true }) source!: ValueSource | null;
  /** What the report gave and how the numbers came from it; null where they are as reported. */
  @Column({ type: 'jsonb', nullable: true }) conversion!: Provenance | null;
  /** Questions on these very numbers that a person has answered with “it is so”. */
  @Column({ type: 'jsonb', default: '[]' }) answered!: ResultQuestion[];
  @Column({ type: 'uuid' }) extractedBy!: string;
  @Column({ type: 'timestamptz' }) extractedAt!: Date;
}
