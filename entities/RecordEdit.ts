import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EDIT_ORIGINS, EDITED_FIELDS, type EditedField, type EditOrigin } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** One field of a record that a person put right: what it said, what it says, and where that is from. */
@Entity('record_edits')
@Index('record_edits_by_record', ['reviewId', 'recordId', 'editedAt'])
@Check('edited_field_is_known', checkWords('field', EDITED_FIELDS))
@Check('edit_origin_is_known', checkWords('origin', EDIT_ORIGINS))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class RecordEdit {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) editId!: string;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'text' }) field!: EditedField;
  @Column({ type: 'text' }) before!: string;
  @Column({ type: 'text' }) after!: string;
  @Column({ type: 'text' }) origin!: EditOrigin;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'timestamptz' }) editedAt!: Date;
}
