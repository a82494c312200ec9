import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  EARNINGS,
  type Earning,
  OPENING_STATES,
  type OpeningState,
  WORK_UNITS,
  type WorkUnit,
} from '#core/people/vocabulary';
import { ROLES, type Role } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Project } from '#entities/Project';

/** A seat not yet filled, with what it asks and what it earns. */
@Entity('openings')
@Index('openings_by_project', ['projectId'])
@Check('opening_role_is_known', checkWords('role', ROLES))
@Check('opening_state_is_known', checkWords('state', OPENING_STATES))
@Check('opening_work_unit_is_known', checkWords('work_unit', WORK_UNITS))
@Check('opening_earning_is_known', checkWords('earns_kind', EARNINGS))
@Check('opening_has_a_seat', 'capacity >= 1')
@ForeignKey(() => Project, ['projectId'], ['projectId'], {
  onDelete: 'CASCADE',
})
export class Opening {
  @PrimaryColumn({ type: 'uuid' }) openingId!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'text' }) role!: Role;
  @Column({ type: 'text' }) title!: string;
  /** What the person would do. */
  @Column({ type: 'text', default: '' }) asks!: string;
  /** Authorship, acknowledgement, a letter: in words. */
  @Column({ type: 'text', default: '' }) earns!: string;
  @Column({ type: 'text', array: true, default: '{}' })
  requiredSkills!: string[];
  @Column({ type: 'integer', nullable: true }) hoursPerWeek!: number | null;
  @Column({ type: 'text', nullable: true }) timeZone!: string | null;
  /** The work itself: 400 records, about 6 hours in all, from one day to another. */
  @Column({ type: 'integer', nullable: true }) workCount!: number | null;
  @Column({ type: 'text', nullable: true }) workUnit!: WorkUnit | null;
  @Column({ type: 'float8', nullable: true }) totalHours!: number | null;
  @Column({ type: 'date', nullable: true }) startsOn!: string | null;
  @Column({ type: 'date', nullable: true }) dueOn!: string | null;
  /** Languages that it can't be done without. */
  @Column({ type: 'text', array: true, default: '{}' }) languages!: string[];
  @Column({ type: 'text', nullable: true }) earnsKind!: Earning | null;
  /** An administrator took it out of sight, and why. */
  @Column({ type: 'timestamptz', nullable: true }) hiddenAt!: Date | null;
  @Column({ type: 'text', default: '' }) hiddenBecause!: string;
  @Column({ type: 'integer', default: 1 }) capacity!: number;
  @Column({ type: 'date', nullable: true }) closesOn!: string | null;
  @Column({ type: 'text' }) state!: OpeningState;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
