import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { MentorTask } from '#core/people/vocabulary';
import { Person } from '#entities/Person';

/** What a person offers as a mentor, and for how many at once: nobody carries everyone. */
@Entity('mentor_seats')
@Check('mentor_capacity_is_small', 'capacity between 0 and 12')
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class MentorSeat {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text', array: true }) tasks!: MentorTask[];
  @Column({ type: 'integer' }) capacity!: number;
  @Column({ type: 'text', default: '' }) about!: string;
  @Column({ type: 'timestamptz' }) updatedAt!: Date;
}
