import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JOB_STATES, PREPARED_FILES, type PreparedFile } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { FileInTheMaking } from '#entities/FileInTheMaking';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/**
 * A large file of a review, made for the person who asked and for them alone: it holds what they may see, so nobody else
 * is even told of it. It goes after a week, and an archive of the review doesn't carry it.
 */
@Entity('prepared_exports')
@Check('prepared_export_file_is_known', checkWords('file', PREPARED_FILES))
@Check('prepared_export_state_is_known', checkWords('state', JOB_STATES))
@Index('one_prepared_export_at_a_time', ['reviewId', 'personId', 'file'], {
  unique: true,
  where: "state in ('queued', 'running')",
})
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class PreparedExport extends FileInTheMaking {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) exportId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) file!: PreparedFile;
  /** How references are written in it, where it has some. */
  @Column({ type: 'text', default: '' }) style!: string;
}
