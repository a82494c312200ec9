import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Words that speak for or against a record, the strongest first. */
export interface StoredReason {
  readonly recordId: string;
  readonly for: readonly { readonly term: string; readonly weight: number }[];
  readonly against: readonly { readonly term: string; readonly weight: number }[];
}

/**
 * One order for one person: what it had newly learned, and the records that came first. All turns together, with the
 * ranking's seed, are enough to compute each order again.
 */
@Entity('ranking_turns')
@Unique('one_ranking_turn_of_a_number', ['reviewId', 'stage', 'personId', 'number'])
@Check('ranking_turn_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class RankingTurn {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) turnId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'integer' }) number!: number;
  /** When the ranking was last set so that orders begin anew. */
  @Column({ type: 'timestamptz' }) rankingSetAt!: Date;
  /** True where everything before is forgotten: the ranking was set anew. */
  @Column({ type: 'boolean' }) beginsAnew!: boolean;
  @Column({ type: 'integer' }) seed!: number;
  /** SHA-256 of the records in their order and of the question: which texts were ranked. */
  @Column({ type: 'text' }) basis!: string;
  /** What was learned since the turn before: records in the order in which they were learned. */
  @Column({ type: 'uuid', array: true }) learnedIds!: string[];
  /** For each of them 1 (relevant), 0 (not), or -1 (no longer known). */
  @Column({ type: 'integer', array: true }) learnedLabels!: number[];
  /** How many records were open to the person; the first of them follow. */
  @Column({ type: 'integer' }) openCount!: number;
  @Column({ type: 'uuid', array: true }) recordIds!: string[];
  /** Why the first of them stand where they stand; kept for the newest turn only. */
  @Column({ type: 'jsonb', default: '[]' }) reasons!: StoredReason[];
  @Column({ type: 'timestamptz' }) rankedAt!: Date;
}
