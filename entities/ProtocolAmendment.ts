import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A change of the protocol, written down with its reason; or the reason of a deviation that the data show. */
@Entity('protocol_amendments')
@Unique('one_reason_per_deviation', ['reviewId', 'about'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['writtenBy'], ['personId'])
export class ProtocolAmendment {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) amendmentId!: string;
  /** The deviation that it explains, where the data show one; null for a change that nobody but people know of. */
  @Column({ type: 'text', nullable: true }) about!: string | null;
  @Column({ type: 'date' }) amendedOn!: string;
  @Column({ type: 'text' }) what!: string;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'uuid' }) writtenBy!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
