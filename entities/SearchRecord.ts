import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RecordImport } from '#entities/RecordImport';
import { Review } from '#entities/Review';

/**
 * Title and abstract of a report as indexed in a source. The columns are what lists and duplicates are found by;
 * `details` holds the whole record as it was read. Its position in the import makes an import safe to do twice.
 */
@Entity('search_records')
@Unique('one_record_per_import_position', ['reviewId', 'importId', 'position'])
@Index('search_records_by_doi', ['reviewId', 'doi'])
// Its condition stands in the migration, which this decorator can't say.
@Index('search_records_of_reviews', { synchronize: false })
@Index('search_records_by_pmid', ['reviewId', 'pmid'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => RecordImport, ['reviewId', 'importId'], ['reviewId', 'importId'], { onDelete: 'CASCADE' })
export class SearchRecord {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) importId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'text', default: '' }) title!: string;
  @Column({ type: 'text', default: '' }) abstractText!: string;
  /** "Last F; Last F": enough for lists; the full list is in `details`. */
  @Column({ type: 'text', default: '' }) authorsText!: string;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'text', nullable: true }) journal!: string | null;
  @Column({ type: 'text', nullable: true }) volume!: string | null;
  @Column({ type: 'text', nullable: true }) issue!: string | null;
  @Column({ type: 'text', nullable: true }) pages!: string | null;
  @Column({ type: 'text', nullable: true }) doi!: string | null;
  @Column({ type: 'text', nullable: true }) pmid!: string | null;
  @Column({ type: 'text', nullable: true }) pmcid!: string | null;
  @Column({ type: 'jsonb' }) details!: object;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
