import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Label } from '#entities/Label';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/**
 * One person put a label on a record while it stood at a stage. Two people may put on the same one, each without
 * knowing of the other: what others put on is seen when their decisions at that stage are.
 */
@Entity('record_labels')
@Index('record_labels_by_label', ['reviewId', 'labelId', 'recordId'])
@Check('label_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Label, ['reviewId', 'labelId'], ['reviewId', 'labelId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class RecordLabel {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @PrimaryColumn({ type: 'uuid' }) labelId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
