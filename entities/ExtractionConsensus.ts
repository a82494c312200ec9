import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Picks } from '#core/extraction/settledContent';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/**
 * That the values of a study are settled: differences of two extractors were decided, or a second person checked what one
 * extracted. The values themselves stand in their own tables, both sheets stay as they were.
 */
@Entity('extraction_consensuses')
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['settledBy'], ['personId'])
export class ExtractionConsensus {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyId!: string;
  /** Whose version was taken where they differed. */
  @Column({ type: 'jsonb', default: '{}' }) picks!: Picks;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'uuid' }) settledBy!: string;
  @Column({ type: 'timestamptz' }) settledAt!: Date;
}
