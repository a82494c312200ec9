import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Provenance } from '#core/extraction/convert';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** A study's own estimate for an outcome with its interval, where arms aren't reported. As reported, not on a log scale. */
@Entity('study_results')
@Unique('one_result_per_study_and_outcome', ['reviewId', 'studyId', 'outcomeId'])
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['extractedBy'], ['personId'])
export class StudyResult {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyResultId!: string;
  @Column({ type: 'uuid' }) studyId!: string;
  @Column({ type: 'uuid' }) outcomeId!: string;
  @Column({ type: 'double precision' }) estimate!: number;
  @Column({ type: 'double precision' }) lower!: number;
  @Column({ type: 'double precision' }) upper!: number;
  /** Confidence of the reported interval, 0–100. */
  @Column({ type: 'double precision', default: 95 }) percentConfidence!: number;
  /** Whether the estimate is a ratio (pooled on the log scale) or a difference. */
  @Column({ type: 'boolean' }) isRatio!: boolean;
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
