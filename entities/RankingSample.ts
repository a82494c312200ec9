import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Records drawn by lot from those that nobody had screened, to estimate what is left among them. */
@Entity('ranking_samples')
@Check('ranking_sample_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['drawnBy'], ['personId'])
export class RankingSample {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) sampleId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'integer' }) seed!: number;
  /** Relevant records found before, and how many were unscreened, when it was drawn. */
  @Column({ type: 'integer' }) foundBefore!: number;
  @Column({ type: 'integer' }) pool!: number;
  @Column({ type: 'uuid', array: true }) recordIds!: string[];
  @Column({ type: 'uuid' }) drawnBy!: string;
  @Column({ type: 'timestamptz' }) drawnAt!: Date;
}
