import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CHOICES, type Choice, STAGES, type Stage } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** One screener's choice on a record at a stage. Changes are kept in the audit events. */
@Entity('screening_decisions')
@Unique('one_decision_per_screener', ['reviewId', 'stage', 'recordId', 'personId'])
// What it includes stands in the migration, which this decorator can't say.
@Index('screening_decisions_by_person', { synchronize: false })
@Check('decision_stage_is_known', checkWords('stage', STAGES))
@Check('choice_is_known', checkWords('choice', CHOICES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'])
@ForeignKey(() => Criterion, ['reviewId', 'criterionId'], ['reviewId', 'criterionId'])
@ForeignKey(() => Person, ['personId'], ['personId'])
export class ScreeningDecision {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) decisionId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) choice!: Choice;
  /** The one primary reason of an exclusion at full text. */
  @Column({ type: 'uuid', nullable: true }) criterionId!: string | null;
  @Column({ type: 'text', default: '' }) note!: string;
  /** The passage of the full text that it rests on, and its page. */
  @Column({ type: 'text', default: '' }) quote!: string;
  @Column({ type: 'integer', nullable: true }) page!: number | null;
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
}
