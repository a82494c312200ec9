import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { SheetContent } from '#core/extraction/sheetContent';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/**
 * One person's seat at the extraction of a study. Where two extract blind it holds what this one says, hidden from the other
 * until both have finished; where one extracts, values stand in their own tables and the content stays empty.
 */
@Entity('extraction_sheets')
@Unique('one_sheet_per_extractor', ['reviewId', 'studyId', 'personId'])
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class ExtractionSheet {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) sheetId!: string;
  @Column({ type: 'uuid' }) studyId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'jsonb' }) content!: SheetContent;
  @Column({ type: 'timestamptz' }) startedAt!: Date;
  @Column({ type: 'timestamptz' }) changedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
