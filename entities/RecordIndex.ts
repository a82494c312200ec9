import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SearchRecord } from '#entities/SearchRecord';

/**
 * What a record is found by, and no more: narrow rows that lists of 100,000 records are filtered and sorted on. Triggers
 * on `search_records` and the clusters of duplicates keep it; nothing else writes it, and an archive doesn't carry it.
 */
@Entity('record_index')
// Their kinds and expressions stand in the migration, which these decorators can't say.
@Index('record_index_by_words', { synchronize: false })
@Index('record_index_by_year', { synchronize: false })
@Index('record_index_by_import', { synchronize: false })
@Index('record_index_by_facets', { synchronize: false })
@Index('record_index_of_copies', { synchronize: false })
@Index('record_index_by_title', ['reviewId', 'sortTitle', 'recordId'])
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
export class RecordIndex {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) importId!: string;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'boolean' }) hasAbstract!: boolean;
  @Column({ type: 'boolean' }) hasIdentifier!: boolean;
  @Column({ type: 'text' }) sortTitle!: string;
  @Column({ type: 'tsvector' }) words!: string;
  /** Merged into another record that stands for it: triggers on the clusters keep it. */
  @Column({ type: 'boolean', default: false }) isCopy!: boolean;
  /** The record that it is merged into; null where it is no copy. */
  @Column({ type: 'uuid', nullable: true }) stoodForBy!: string | null;
}
