import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** A lead asks a person to screen a record at a stage. Withdrawn when it was given to somebody else. */
@Entity('screening_assignments')
@Unique('one_assignment_per_screener', ['reviewId', 'stage', 'recordId', 'personId'])
@Index('screening_assignments_by_person', ['personId', 'reviewId', 'stage', 'position'])
@Check('assignment_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
@ForeignKey(() => Person, ['givenBy'], ['personId'])
export class ScreeningAssignment {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) assignmentId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  /** All that was given out in one deed. */
  @Column({ type: 'uuid' }) batchId!: string;
  /** The order in which the person meets the records. */
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'date', nullable: true }) dueOn!: string | null;
  @Column({ type: 'uuid' }) givenBy!: string;
  @Column({ type: 'timestamptz' }) givenAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
}
