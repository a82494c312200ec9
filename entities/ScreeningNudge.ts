import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A friendly note from a lead to somebody with open work. It stands on their screening page until they decide again. */
@Entity('screening_nudges')
@Index('screening_nudges_by_person', ['reviewId', 'stage', 'personId', 'sentAt'])
@Check('nudge_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
@ForeignKey(() => Person, ['sentBy'], ['personId'])
export class ScreeningNudge {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) nudgeId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'uuid' }) sentBy!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) sentAt!: Date;
}
