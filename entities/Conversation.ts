import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '#entities/Person';

/** Two people who write to each other; there is one between any two, whatever they share. */
@Entity('conversations')
@Unique('one_conversation_per_pair', ['lowerId', 'higherId'])
@Check('two_people_converse', 'lower_id < higher_id')
@Index('conversations_by_higher', ['higherId'])
@ForeignKey(() => Person, ['lowerId'], ['personId'])
@ForeignKey(() => Person, ['higherId'], ['personId'])
export class Conversation {
  @PrimaryColumn({ type: 'uuid' }) conversationId!: string;
  /** Of the two ids the one that sorts first. */
  @Column({ type: 'uuid' }) lowerId!: string;
  @Column({ type: 'uuid' }) higherId!: string;
  @Column({ type: 'timestamptz' }) begunAt!: Date;
}
