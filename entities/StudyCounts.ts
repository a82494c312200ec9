import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Provenance } from '#core/extraction/convert';
import type { Counts } from '#core/extraction/counts';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** What a study counted as a whole on an outcome: one group's numbers, a test against the truth, cases by level of exposure. */
@Entity('study_counts')
@Unique('one_count_per_study_and_outcome', ['reviewId', 'studyId', 'outcomeId'])
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['extractedBy'], ['personId'])
export class StudyCounts {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyCountsId!: string;
  @Column({ type: 'uuid' }) studyId!: string;
  @Column({ type: 'uuid' }) outcomeId!: string;
  @Column({ type: 'jsonb' }) counts!: Counts;
  /** Where it stands in the report: "Table 2, p. 412". */
  @Column({ type: 'text', default: '' }) foundAt!: string;
  /** The report, page and words that the counts were read in. */
  @Column({ type: 'jsonb', nullable: true }) source!: ValueSource | null;
  /** What the report gave and how the numbers came from it; null where they are as reported. */
  @Column({ type: 'jsonb', nullable: true }) conversion!: Provenance | null;
  /** Questions on these very numbers that a person has answered with “it is so”. */
  @Column({ type: 'jsonb', default: '[]' }) answered!: ResultQuestion[];
  @Column({ type: 'uuid' }) extractedBy!: string;
  @Column({ type: 'timestamptz' }) extractedAt!: Date;
}
