import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Analyte } from '#core/extraction/units';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** How one study reports an outcome of the review: its own name, time, unit and direction. What is pooled follows from it. */
@Entity('reported_outcomes')
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['recordedBy'], ['personId'])
export class ReportedOutcome {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyId!: string;
  @PrimaryColumn({ type: 'uuid' }) outcomeId!: string;
  /** As the report calls it; empty: as the review does. */
  @Column({ type: 'text', default: '' }) name!: string;
  /** When it was measured, in days after the start. */
  @Column({ type: 'double precision', nullable: true }) timepointDays!: number | null;
  /** Empty: the review's. */
  @Column({ type: 'text', default: '' }) unit!: string;
  /** What was measured, where mass and moles meet. */
  @Column({ type: 'text', default: '' }) analyte!: Analyte;
  /** More of what the study reports is less of what the review asks for. */
  @Column({ type: 'boolean', default: false }) isReversed!: boolean;
  @Column({ type: 'uuid' }) recordedBy!: string;
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
}
