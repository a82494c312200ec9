import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from '#core/searching/csv/columns';
import { IMPORT_STATES, type ImportState, type RecordFormat } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';
import { Search } from '#entities/Search';

/** What a dry run found in a file, and later what the import made of it. */
export interface ImportReport {
  read: number;
  skipped: number;
  withoutAbstract: number;
  withoutIdentifier: number;
  repeatedInFile: number;
  alreadyThere: number;
  deletions: number;
  /** The first of the skipped entries, each with where it stands, why, and what stands there. */
  skippedEntries: { line: number; reason: string; text?: string }[];
}

/** One batch of records from one file or one PubMed search: shown before it is stored, and undone as a whole. */
@Entity('record_imports')
@Index('record_imports_by_hash', ['reviewId', 'fileHash'])
@Check('import_state_is_known', checkWords('state', IMPORT_STATES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Search, ['reviewId', 'searchId'], ['reviewId', 'searchId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class RecordImport {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) importId!: string;
  @Column({ type: 'uuid' }) searchId!: string;
  @Column({ type: 'text' }) state!: ImportState;
  @Column({ type: 'text', nullable: true }) fileName!: string | null;
  /** SHA-256 of the file as uploaded, in hexadecimal. */
  @Column({ type: 'text', nullable: true }) fileHash!: string | null;
  @Column({ type: 'text', nullable: true }) format!: RecordFormat | null;
  @Column({ type: 'text', nullable: true }) encoding!: string | null;
  /** Which column of a table holds what, where a person has said so: headers by field. */
  @Column({ type: 'jsonb', nullable: true }) columns!: ColumnMapping | null;
  @Column({ type: 'jsonb', nullable: true }) report!: ImportReport | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) undoneAt!: Date | null;
}
