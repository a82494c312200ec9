import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';

/** A saved specification of a meta-analysis and the result it gave, with the fingerprint of the data it was computed from. */
@Entity('analyses')
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Analysis {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) analysisId!: string;
  @Column({ type: 'uuid' }) outcomeId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) specification!: object;
  /** Studies left out by hand, each with the reason. */
  @Column({ type: 'jsonb', default: '[]' }) leftOut!: {
    studyId: string;
    reason: string;
  }[];
  /** The one that the protocol names; a lead locks it. */
  @Column({ type: 'boolean', default: false }) isLocked!: boolean;
  @Column({ type: 'jsonb', nullable: true }) result!: object | null;
  /** SHA-256 of the extracted data and specification behind `result`: when it differs from today's, the result is stale. */
  @Column({ type: 'text', nullable: true }) dataFingerprint!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) computedAt!: Date | null;
  /** The latest of its versions, whose choices and result these are. */
  @Column({ type: 'integer', default: 1 }) version!: number;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
