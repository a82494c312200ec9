import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { BaselineRisk } from '#core/certainty/findings';
import { Analysis } from '#entities/Analysis';
import { Outcome } from '#entities/Outcome';

/** A row of the summary of findings: an outcome, the analysis that it is bound to, and the risks that it is told at. */
@Entity('findings')
@Unique('one_finding_per_place', ['reviewId', 'position'])
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Analysis, ['reviewId', 'analysisId'], ['reviewId', 'analysisId'], { onDelete: 'CASCADE' })
export class Finding {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) findingId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'uuid' }) outcomeId!: string;
  /** None: an outcome of the protocol that nothing was pooled for. */
  @Column({ type: 'uuid', nullable: true }) analysisId!: string | null;
  /** Chosen by hand; empty: taken from the studies. */
  @Column({ type: 'jsonb', default: '[]' }) baselines!: BaselineRisk[];
  @Column({ type: 'text', default: '' }) comment!: string;
}
