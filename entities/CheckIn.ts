import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaQuestion } from '#core/mentoring/agenda';
import { CHECK_IN_STATES, type CheckInState } from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Mentorship } from '#entities/Mentorship';

/** A meeting of mentor and mentee. */
@Entity('check_ins')
@Unique('one_check_in_per_day', ['mentorshipId', 'onDay'])
@Check('check_in_state_is_known', checkWords('state', CHECK_IN_STATES))
@ForeignKey(() => Mentorship, ['mentorshipId'], ['mentorshipId'], { onDelete: 'CASCADE' })
export class CheckIn {
  @PrimaryColumn({ type: 'uuid' }) checkInId!: string;
  @Column({ type: 'uuid' }) mentorshipId!: string;
  @Column({ type: 'date' }) onDay!: string;
  /** The hour, once they have agreed on one. */
  @Column({ type: 'timestamptz', nullable: true }) startsAt!: Date | null;
  /** Where they meet: a link, a room. */
  @Column({ type: 'text', default: '' }) place!: string;
  @Column({ type: 'text' }) state!: CheckInState;
  /** What the mentee has answered beforehand. */
  @Column({ type: 'jsonb', default: '{}' }) agenda!: Partial<Record<AgendaQuestion, string>>;
}
