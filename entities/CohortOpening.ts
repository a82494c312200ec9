import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Cohort } from '#entities/Cohort';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';

/** An opening that is filled from a cohort; its lead put it there and ranks for it. */
@Entity('cohort_openings')
@ForeignKey(() => Cohort, ['cohortId'], ['cohortId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Opening, ['openingId'], ['openingId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['leadId'], ['personId'])
export class CohortOpening {
  @PrimaryColumn({ type: 'uuid' }) cohortId!: string;
  @PrimaryColumn({ type: 'uuid' }) openingId!: string;
  @Column({ type: 'uuid' }) leadId!: string;
}
