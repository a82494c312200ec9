import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { COHORT_STATES, type CohortState } from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** People who are placed in several openings at once, from the wishes of both sides. */
@Entity('cohorts')
@Check('cohort_state_is_known', checkWords('state', COHORT_STATES))
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Cohort {
  @PrimaryColumn({ type: 'uuid' }) cohortId!: string;
  @Column({ type: 'text' }) name!: string;
  /** Until then both sides may rank. */
  @Column({ type: 'timestamptz' }) ranksUntil!: Date;
  @Column({ type: 'text' }) state!: CohortState;
  /** Settles ties; stored, so that the lot can be drawn again. */
  @Column({ type: 'integer' }) seed!: number;
  /** How it was settled, with locks, conflicts and every placement; null until then. */
  @Column({ type: 'jsonb', nullable: true }) settlement!: object | null;
  @Column({ type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
