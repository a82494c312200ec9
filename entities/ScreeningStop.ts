import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** The end of ranked screening before all was read: who ended it, why, and which records nobody has screened. */
@Entity('screening_stops')
@Check('screening_stop_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['stoppedBy'], ['personId'])
export class ScreeningStop {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'text' }) stage!: Stage;
  @Column({ type: 'text' }) reason!: string;
  /** The sentence for the Methods, as it was true at that moment. */
  @Column({ type: 'text' }) methods!: string;
  @Column({ type: 'uuid', array: true }) recordIds!: string[];
  @Column({ type: 'uuid' }) stoppedBy!: string;
  @Column({ type: 'timestamptz' }) stoppedAt!: Date;
}
