import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** Something that a person wants to reach by a day: protocol registered, abstract sent. Their mentors see a shared one. */
@Entity('goals')
@Index('goals_by_person', ['personId'])
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class Goal {
  @PrimaryColumn({ type: 'uuid' }) goalId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'date', nullable: true }) dueOn!: string | null;
  @Column({ type: 'boolean', default: true }) isShared!: boolean;
  @Column({ type: 'timestamptz', nullable: true }) reachedAt!: Date | null;
}
