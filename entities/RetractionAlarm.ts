import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';
import { SearchRecord } from '#entities/SearchRecord';

/** A record whose report was withdrawn, or is doubted by its journal, after it came into the review. */
@Entity('retraction_alarms')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['settledBy'], ['personId'])
export class RetractionAlarm {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  /** Withdrawn; otherwise its journal has expressed concern. */
  @Column({ type: 'boolean' }) isRetracted!: boolean;
  /** PMIDs of the notices, where PubMed links any. */
  @Column({ type: 'jsonb' }) notices!: string[];
  @Column({ type: 'timestamptz' }) foundAt!: Date;
  @Column({ type: 'uuid', nullable: true }) settledBy!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) settledAt!: Date | null;
}
