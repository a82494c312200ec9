import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PAIR_STATES, type PairState } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** Two records side by side, and what was found or decided: doubtful, the same report, or different ones. */
@Entity('duplicate_pairs')
@Unique('one_judgement_per_pair', ['reviewId', 'recordA', 'recordB'])
@Check('pair_state_is_known', checkWords('state', PAIR_STATES))
@Check('pair_is_in_order', 'record_a < record_b')
@ForeignKey(() => SearchRecord, ['reviewId', 'recordA'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => SearchRecord, ['reviewId', 'recordB'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['decidedBy'], ['personId'])
export class DuplicatePair {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) pairId!: string;
  @Column({ type: 'uuid' }) recordA!: string;
  @Column({ type: 'uuid' }) recordB!: string;
  @Column({ type: 'text' }) state!: PairState;
  @Column({ type: 'double precision' }) probability!: number;
  /** Why, as sentences for a person. */
  @Column({ type: 'jsonb', default: '[]' }) reasons!: string[];
  /** Null where the finder decided. */
  @Column({ type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
}
