import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PRACTICE_ANSWERS, type PracticeAnswer } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { PracticeSet } from '#entities/PracticeSet';

/** A record of a practice set: a copy, so that it stays as it was whatever becomes of the review it came from. */
@Entity('practice_records')
@Unique('one_practice_record_per_position', ['practiceSetId', 'position'])
@Check('practice_answer_is_known', checkWords('answer', PRACTICE_ANSWERS))
@ForeignKey(() => PracticeSet, ['practiceSetId'], ['practiceSetId'], { onDelete: 'CASCADE' })
export class PracticeRecord {
  @PrimaryColumn({ type: 'uuid' }) practiceSetId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'text', default: '' }) title!: string;
  @Column({ type: 'text', default: '' }) abstractText!: string;
  @Column({ type: 'text', default: '' }) authorsText!: string;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'text', nullable: true }) journal!: string | null;
  @Column({ type: 'text', nullable: true }) volume!: string | null;
  @Column({ type: 'text', nullable: true }) issue!: string | null;
  @Column({ type: 'text', nullable: true }) pages!: string | null;
  @Column({ type: 'text', nullable: true }) doi!: string | null;
  @Column({ type: 'text', nullable: true }) pmid!: string | null;
  @Column({ type: 'text', nullable: true }) pmcid!: string | null;
  @Column({ type: 'jsonb' }) details!: object;
  /** What two people and, where they differed, a third one found. Nobody who practises sees it before they have finished. */
  @Column({ type: 'text' }) answer!: PracticeAnswer;
}
