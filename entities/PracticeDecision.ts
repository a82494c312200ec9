import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CHOICES, type Choice } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { PracticeAttempt } from '#entities/PracticeAttempt';
import { PracticeRecord } from '#entities/PracticeRecord';

/** What a person chose on a record of a practice set. It counts in no review. */
@Entity('practice_decisions')
@Check('practice_choice_is_known', checkWords('choice', CHOICES))
@ForeignKey(() => PracticeAttempt, ['practiceSetId', 'personId'], ['practiceSetId', 'personId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => PracticeRecord, ['practiceSetId', 'recordId'], ['practiceSetId', 'recordId'], {
  onDelete: 'CASCADE',
})
export class PracticeDecision {
  @PrimaryColumn({ type: 'uuid' }) practiceSetId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'text' }) choice!: Choice;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
}
