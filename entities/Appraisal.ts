import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { APPRAISAL_TOOLS, type AppraisalToolWord } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Outcome } from '#entities/Outcome';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** What is to be judged for risk of bias, and by which tool: one result of a study, or the study as a whole. */
@Entity('appraisals')
@Unique('one_appraisal_per_tool', ['reviewId', 'studyId', 'aspectId', 'tool'])
@Check('appraisal_tool_is_known', checkWords('tool', APPRAISAL_TOOLS))
@Check('aspect_is_outcome_or_study', 'aspect_id = coalesce(outcome_id, study_id)')
@Check('one_or_two_assess', 'assessors_needed in (1, 2)')
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Outcome, ['reviewId', 'outcomeId'], ['reviewId', 'outcomeId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['plannedBy'], ['personId'])
export class Appraisal {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) appraisalId!: string;
  @Column({ type: 'uuid' }) studyId!: string;
  /** The outcome for a tool that judges results; none for one that judges studies. */
  @Column({ type: 'uuid', nullable: true }) outcomeId!: string | null;
  /** The outcome, or else the study itself: what makes an appraisal one of its kind. */
  @Column({ type: 'uuid' }) aspectId!: string;
  @Column({ type: 'text' }) tool!: AppraisalToolWord;
  /** The version of the tool whose questions and rules were used. */
  @Column({ type: 'text' }) toolVersion!: string;
  /** The effect of interest or the design, where the tool has such a choice. */
  @Column({ type: 'text', default: '' }) variant!: string;
  /** Two assess it blind to each other and then agree; one alone settles it. */
  @Column({ type: 'integer' }) assessorsNeeded!: number;
  /** Stands under every table and figure of these judgements. */
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'uuid' }) plannedBy!: string;
  @Column({ type: 'timestamptz' }) plannedAt!: Date;
}
