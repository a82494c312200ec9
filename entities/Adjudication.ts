import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** A third person, or consensus, settles a conflict: with a reason, once. */
@Entity('adjudications')
@Unique('one_adjudication_per_record', ['reviewId', 'stage', 'recordId'])
@Check('adjudication_stage_is_known', checkWords('stage', STAGES))
@Check('adjudication_is_final', checkWords('choice', ['include', 'exclude']))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'])
@ForeignKey(() => Criterion, ['reviewId', 'criterionId'], ['reviewId', 'criterionId'])
@ForeignKey(() => Person, ['adjudicatorId'], ['personId'])
export class Adjudication {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) adjudicationId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'text' }) choice!: 'include' | 'exclude';
  @Column({ type: 'uuid', nullable: true }) criterionId!: string | null;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'uuid' }) adjudicatorId!: string;
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
}
