import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CHECK_IN_AUDIENCES, type CheckInAudience } from '#core/people/vocabulary';
import { CheckIn } from '#entities/CheckIn';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** What one of the two wrote at a check-in; a private note is read by nobody else, whatever their role. */
@Entity('check_in_notes')
@Index('check_in_notes_by_check_in', ['checkInId'])
@Check('check_in_audience_is_known', checkWords('audience', CHECK_IN_AUDIENCES))
@ForeignKey(() => CheckIn, ['checkInId'], ['checkInId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class CheckInNote {
  @PrimaryColumn({ type: 'uuid' }) noteId!: string;
  @Column({ type: 'uuid' }) checkInId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) audience!: CheckInAudience;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
