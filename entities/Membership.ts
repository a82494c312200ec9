import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Role, Stage } from '#core/vocabulary';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';

/** A person's seat in a project, with the roles that it carries. Who leaves keeps the row: their work stays theirs. */
@Entity('memberships')
@ForeignKey(() => Project, ['projectId'], ['projectId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['personId'], ['personId'])
export class Membership {
  @PrimaryColumn({ type: 'uuid' }) projectId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text', array: true }) roles!: Role[];
  /** At which stages a screener is asked to screen, and an adjudicator to settle conflicts; leads may everywhere. */
  @Column({ type: 'text', array: true, default: '{title-and-abstract,full-text}' }) screensAt!: Stage[];
  @Column({ type: 'text', array: true, default: '{title-and-abstract,full-text}' }) settlesAt!: Stage[];
  @Column({ type: 'timestamptz' }) joinedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) leftAt!: Date | null;
}
