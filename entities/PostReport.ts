import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { REPORT_REASONS, type ReportReason } from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';

/** Somebody says that an opening is not what it should be; an administrator looks. */
@Entity('post_reports')
@Unique('one_report_per_person', ['openingId', 'personId'])
@Check('report_reason_is_known', checkWords('reason', REPORT_REASONS))
@ForeignKey(() => Opening, ['openingId'], ['openingId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class PostReport {
  @PrimaryColumn({ type: 'uuid' }) reportId!: string;
  @Column({ type: 'uuid' }) openingId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) reason!: ReportReason;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'timestamptz' }) reportedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) settledAt!: Date | null;
}
