import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Appraisal } from '#entities/Appraisal';
import type { JudgedDomains, StoredAnswer, StoredJudgement } from '#entities/Assessment';
import { Person } from '#entities/Person';

/** What two assessors agreed on in the end. Both their assessments stay beside it as they were. */
@Entity('appraisal_consensuses')
@ForeignKey(() => Appraisal, ['reviewId', 'appraisalId'], ['reviewId', 'appraisalId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['settledBy'], ['personId'])
export class AppraisalConsensus {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) appraisalId!: string;
  @Column({ type: 'jsonb' }) answers!: Record<string, StoredAnswer>;
  @Column({ type: 'jsonb' }) ownJudgements!: Record<string, StoredJudgement>;
  @Column({ type: 'jsonb' }) judged!: JudgedDomains;
  /** Where judgements came from a file instead of two assessors: its name. */
  @Column({ type: 'text', default: '' }) importedFrom!: string;
  @Column({ type: 'uuid' }) settledBy!: string;
  @Column({ type: 'timestamptz' }) settledAt!: Date;
}
