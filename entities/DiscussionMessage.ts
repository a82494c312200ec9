import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';

/** What somebody said in the discussion of a conflict. It stays as it was said. */
@Entity('discussion_messages')
@Index('discussion_messages_by_discussion', ['reviewId', 'discussionId', 'writtenAt'])
@ForeignKey(() => ScreeningDiscussion, ['reviewId', 'discussionId'], ['reviewId', 'discussionId'])
@ForeignKey(() => Person, ['personId'], ['personId'])
export class DiscussionMessage {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) messageId!: string;
  @Column({ type: 'uuid' }) discussionId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
