import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Conversation } from '#entities/Conversation';
import { Person } from '#entities/Person';

/** What one of the two wrote. Nobody else reads it, but an administrator to whom the reader has reported it. */
@Entity('private_messages')
@Unique('one_message_per_click', ['conversationId', 'fromId', 'clickKey'])
@Index('private_messages_unread', ['conversationId', 'fromId'], { where: 'read_at is null' })
@Index('private_messages_by_sender', ['fromId', 'sentAt'])
@ForeignKey(() => Conversation, ['conversationId'], ['conversationId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['fromId'], ['personId'])
export class PrivateMessage {
  @PrimaryColumn({ type: 'uuid' }) conversationId!: string;
  @PrimaryColumn({ type: 'uuid' }) messageId!: string;
  @Column({ type: 'uuid' }) fromId!: string;
  @Column({ type: 'text' }) text!: string;
  /** From the page: the same click sent twice writes once. */
  @Column({ type: 'uuid' }) clickKey!: string;
  @Column({ type: 'timestamptz' }) sentAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) readAt!: Date | null;
}
