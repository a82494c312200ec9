import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EXTRACTION_MODES, type ExtractionMode } from '#core/extraction/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** The investigation; it may have many reports. */
@Entity('studies')
@Unique('one_study_per_label', ['reviewId', 'label'])
@Check('extraction_mode_of_study_is_known', checkWords('extraction_mode', EXTRACTION_MODES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Study {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyId!: string;
  /** "Aronson 1948" */
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'text', default: '' }) notes!: string;
  /** How it is extracted; it stays once somebody has begun. */
  @Column({ type: 'text', default: 'single' }) extractionMode!: ExtractionMode;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
