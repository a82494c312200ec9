import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Mentorship } from '#entities/Mentorship';
import { Person } from '#entities/Person';

/** What one of the two said they would do until they meet again. */
@Entity('mentoring_promises')
@Index('mentoring_promises_by_mentorship', ['mentorshipId'])
@ForeignKey(() => Mentorship, ['mentorshipId'], ['mentorshipId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['promisedBy'], ['personId'])
export class MentoringPromise {
  @PrimaryColumn({ type: 'uuid' }) promiseId!: string;
  @Column({ type: 'uuid' }) mentorshipId!: string;
  @Column({ type: 'uuid' }) promisedBy!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) madeAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) keptAt!: Date | null;
}
