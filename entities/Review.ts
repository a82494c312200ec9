import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EXTRACTION_MODES, type ExtractionMode } from '#core/extraction/vocabulary';
import { SCREENING_MODES, type ScreeningMode, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';

/** The systematic review itself. All tables that belong to it carry its id as their first key. */
@Entity('reviews')
@Unique('one_review_per_project', ['projectId'])
@Check('title_and_abstract_mode_is_known', checkWords('title_and_abstract_mode', SCREENING_MODES))
@Check('extraction_mode_is_known', checkWords('extraction_mode', EXTRACTION_MODES))
@Check('full_text_mode_is_known', checkWords('full_text_mode', SCREENING_MODES))
@Check('title_and_abstract_share_is_a_percentage', 'title_and_abstract_share_percent between 1 and 99')
@Check('full_text_share_is_a_percentage', 'full_text_share_percent between 1 and 99')
@ForeignKey(() => Project, ['projectId'], ['projectId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Review {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) titleAndAbstractMode!: ScreeningMode;
  @Column({ type: 'text' }) fullTextMode!: ScreeningMode;
  /** Where a second person screens only a share: of how many in a hundred, drawn by lot from the seed. */
  @Column({ type: 'integer', default: 10 }) titleAndAbstractSharePercent!: number;
  @Column({ type: 'integer', default: 10 }) fullTextSharePercent!: number;
  /** Told to nobody: who knew it could work out which records a second person sees. */
  @Column({ type: 'integer', default: 1 }) shareSeed!: number;
  /** Stages that the lead has closed: only then may a screener see what the others chose. */
  @Column({ type: 'text', array: true, default: '{}' }) closedStages!: Stage[];
  /** How studies that are added from now on are extracted. */
  @Column({ type: 'text', default: 'single' }) extractionMode!: ExtractionMode;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
