import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/**
 * The same records for everybody before screening begins, to see whether all read the criteria alike. Its decisions are
 * ordinary ones. While no round of a stage is passed, nothing else is given out there.
 */
@Entity('pilot_rounds')
@Unique('one_pilot_round_of_a_number', ['reviewId', 'stage', 'number'])
@Check('pilot_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
@ForeignKey(() => Person, ['passedBy'], ['personId'])
export class PilotRound {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) roundId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'uuid', array: true }) personIds!: string[];
  @Column({ type: 'uuid', array: true }) recordIds!: string[];
  /** The agreement that opens screening without further words. */
  @Column({ type: 'float8' }) bar!: number;
  @Column({ type: 'integer' }) seed!: number;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) passedAt!: Date | null;
  @Column({ type: 'uuid', nullable: true }) passedBy!: string | null;
  /** Why screening began before agreement reached the bar; null where it did. */
  @Column({ type: 'text', nullable: true }) passedBecause!: string | null;
}
