import { Column } from 'typeorm';
import type { JobState } from '#core/vocabulary';

/** What a table of files has that long work makes for one person: how far the work is, and where the file lies. */
export abstract class FileInTheMaking {
  @Column({ type: 'text' }) state!: JobState;
  @Column({ type: 'integer', default: 0 }) doneCount!: number;
  @Column({ type: 'integer', nullable: true }) totalCount!: number | null;
  @Column({ type: 'text', default: '' }) sentence!: string;
  @Column({ type: 'boolean', default: false }) isCancelRequested!: boolean;
  /** Null until it is done, and again when it has been removed. */
  @Column({ type: 'text', nullable: true }) fileHash!: string | null;
  @Column({ type: 'integer', nullable: true }) bytes!: number | null;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) startedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
