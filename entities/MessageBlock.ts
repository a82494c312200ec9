import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** A person who takes no messages from another one. */
@Entity('message_blocks')
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['blockedId'], ['personId'], { onDelete: 'CASCADE' })
export class MessageBlock {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) blockedId!: string;
  @Column({ type: 'timestamptz' }) blockedAt!: Date;
}
