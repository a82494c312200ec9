import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Community } from '#entities/Community';
import { Person } from '#entities/Person';

/** A meeting of a community, with as many places as it has room for. */
@Entity('community_events')
@Index('community_events_by_time', ['communityId', 'startsAt'])
@Check('event_takes_a_while', 'minutes between 5 and 1440')
@Check('event_has_a_place', 'capacity is null or capacity >= 1')
@ForeignKey(() => Community, ['communityId'], ['communityId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['plannedBy'], ['personId'])
export class CommunityEvent {
  @PrimaryColumn({ type: 'uuid' }) eventId!: string;
  @Column({ type: 'uuid' }) communityId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', default: '' }) about!: string;
  /** A room or a link. */
  @Column({ type: 'text', default: '' }) place!: string;
  @Column({ type: 'timestamptz' }) startsAt!: Date;
  @Column({ type: 'integer' }) minutes!: number;
  /** Null where everybody finds room. */
  @Column({ type: 'integer', nullable: true }) capacity!: number | null;
  @Column({ type: 'uuid' }) plannedBy!: string;
  @Column({ type: 'timestamptz' }) plannedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) cancelledAt!: Date | null;
}
