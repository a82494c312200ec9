import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import {
  LESSON_SOURCES,
  type LessonSource,
  STAGES,
  STOPPING_RULES,
  type Stage,
  type StoppingRule,
} from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** How the records of a stage are ordered for those who screen them, and by which rule ranked screening may end. */
@Entity('rankings')
@Check('ranking_stage_is_known', checkWords('stage', STAGES))
@Check('ranking_learns_from_known', checkWords('learns_from', LESSON_SOURCES))
@Check('stopping_rule_is_known', checkWords('stopping_rule', STOPPING_RULES))
@Check('target_recall_is_a_share', 'target_recall > 0 and target_recall < 1')
@Check('confidence_is_a_share', 'confidence > 0 and confidence < 1')
@Check('irrelevant_run_is_positive', 'irrelevant_run > 0')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['changedBy'], ['personId'])
export class Ranking {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'text' }) stage!: Stage;
  @Column({ type: 'boolean' }) isOn!: boolean;
  @Column({ type: 'text' }) learnsFrom!: LessonSource;
  /** The luck of every order: with it and the decisions, each order can be computed again. */
  @Column({ type: 'integer' }) seed!: number;
  /** The rule that the protocol names; the others are shown beside it. */
  @Column({ type: 'text' }) stoppingRule!: StoppingRule;
  @Column({ type: 'float8' }) targetRecall!: number;
  @Column({ type: 'float8' }) confidence!: number;
  @Column({ type: 'integer' }) irrelevantRun!: number;
  /** The last audit event of the review that the orders know of; null makes them look again. */
  @Column({ type: 'uuid', nullable: true }) seenEventId!: string | null;
  /** Of the last change after which orders begin anew. */
  @Column({ type: 'uuid' }) changedBy!: string;
  @Column({ type: 'timestamptz' }) changedAt!: Date;
}
