import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FormField } from '#core/extraction/form/formField';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** The extraction form as it was saved, field by field in their order. The characteristics are the form as it is now. */
@Entity('extraction_form_versions')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['savedBy'], ['personId'])
export class ExtractionFormVersion {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) fields!: (FormField & { readonly characteristicId: string })[];
  /** Why it was changed. */
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'uuid' }) savedBy!: string;
  @Column({ type: 'timestamptz' }) savedAt!: Date;
}
