import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Analysis } from '#entities/Analysis';
import { Person } from '#entities/Person';

/** An analysis as it was saved or computed once: its choices, the numbers it was computed from and its result. Never changed. */
@Entity('analysis_versions')
@ForeignKey(() => Analysis, ['reviewId', 'analysisId'], ['reviewId', 'analysisId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['madeBy'], ['personId'])
export class AnalysisVersion {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) analysisId!: string;
  /** Counts from 1. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) specification!: object;
  @Column({ type: 'jsonb' }) leftOut!: { studyId: string; reason: string }[];
  /** The studies with their numbers as they were then; null for what was computed before versions were kept. */
  @Column({ type: 'jsonb', nullable: true }) studies!: object | null;
  @Column({ type: 'jsonb', nullable: true }) result!: object | null;
  @Column({ type: 'uuid' }) madeBy!: string;
  @Column({ type: 'timestamptz' }) madeAt!: Date;
}
