import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { REMARK_AUDIENCES, type RemarkAudience, STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/** What a person wrote about a record while it stood at a stage; others see a shared one when they see the decisions. */
@Entity('record_notes')
@Index('record_notes_by_record', ['reviewId', 'recordId'])
@Check('note_audience_is_known', checkWords('audience', REMARK_AUDIENCES))
@Check('note_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class RecordNote {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) noteId!: string;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) audience!: RemarkAudience;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) changedAt!: Date | null;
}
