import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JOB_STATES, type JobState } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** All that is a person's own, gathered in a file for them alone. It belongs to no review, and so is no job of one. */
@Entity('account_exports')
@Check('account_export_state_is_known', checkWords('state', JOB_STATES))
@Index('one_account_export_at_a_time', ['personId'], { unique: true, where: "state in ('queued', 'running')" })
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class AccountExport {
  @PrimaryColumn({ type: 'uuid' }) exportId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) state!: JobState;
  @Column({ type: 'integer', default: 0 }) doneCount!: number;
  @Column({ type: 'integer', nullable: true }) totalCount!: number | null;
  @Column({ type: 'text', default: '' }) sentence!: string;
  @Column({ type: 'boolean', default: false }) isCancelRequested!: boolean;
  /** Null until it is done, and again when it has been removed. */
  @Column({ type: 'text', nullable: true }) fileHash!: string | null;
  @Column({ type: 'integer', nullable: true }) bytes!: number | null;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) startedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
