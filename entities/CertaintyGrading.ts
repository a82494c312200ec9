import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import {
  CERTAINTY_STARTS,
  type CertaintyReason,
  type CertaintyStart,
  type ReasonAnswer,
} from '#core/certainty/grading';
import { Analysis } from '#entities/Analysis';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** What an agreed certainty rests on, as fingerprints: when one differs from today's, the certainty is out of date. */
export interface GradingGrounds {
  readonly analysis: string;
  readonly riskOfBias: string;
  readonly threshold: string;
}

/** How sure people are of an analysis' result: their answers to GRADE's reasons. */
@Entity('certainty_gradings')
@Check('certainty_start_is_known', checkWords('start', CERTAINTY_STARTS))
@Check('agreed_by_somebody', '(agreed_at is null) = (agreed_by is null)')
@ForeignKey(() => Analysis, ['reviewId', 'analysisId'], ['reviewId', 'analysisId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['changedBy'], ['personId'])
@ForeignKey(() => Person, ['agreedBy'], ['personId'])
export class CertaintyGrading {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) analysisId!: string;
  @Column({ type: 'text' }) start!: CertaintyStart;
  @Column({ type: 'jsonb', default: '{}' }) reasons!: Partial<Record<CertaintyReason, ReasonAnswer>>;
  /** The result in a sentence; empty while the drafted one stands. */
  @Column({ type: 'text', default: '' }) plainWords!: string;
  /** Stands under tables: that it is an example, say. */
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'uuid' }) changedBy!: string;
  @Column({ type: 'timestamptz' }) changedAt!: Date;
  @Column({ type: 'uuid', nullable: true }) agreedBy!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) agreedAt!: Date | null;
  /** Set when it is agreed. */
  @Column({ type: 'jsonb', nullable: true }) grounds!: GradingGrounds | null;
}
