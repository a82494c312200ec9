import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MESSAGE_REPORT_REASONS, type MessageReportReason } from '#core/people/messageWords';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { PrivateMessage } from '#entities/PrivateMessage';

/** Whom a message was sent to says that it is not what it should be; an administrator reads that one message. */
@Entity('message_reports')
@Unique('one_report_per_message', ['conversationId', 'messageId', 'personId'])
@Check('message_report_reason_is_known', checkWords('reason', MESSAGE_REPORT_REASONS))
@ForeignKey(() => PrivateMessage, ['conversationId', 'messageId'], ['conversationId', 'messageId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['personId'], ['personId'])
export class MessageReport {
  @PrimaryColumn({ type: 'uuid' }) reportId!: string;
  @Column({ type: 'uuid' }) conversationId!: string;
  @Column({ type: 'uuid' }) messageId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) reason!: MessageReportReason;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'timestamptz' }) reportedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) settledAt!: Date | null;
}
