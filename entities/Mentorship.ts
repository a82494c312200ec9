import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  CHECK_IN_RHYTHMS,
  type CheckInRhythm,
  MENTOR_TASKS,
  MENTORSHIP_STATES,
  type MentorshipState,
  type MentorTask,
} from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** One mentor of one mentee, for one task: asked for by the mentee and answered by the mentor, or the other way round. */
@Entity('mentorships')
@Index('one_mentor_per_task', ['menteeId', 'task'], { unique: true, where: "state in ('asked', 'active')" })
@Index('one_open_invitation_per_mentee', ['mentorId', 'menteeId', 'task'], { unique: true, where: "state = 'invited'" })
@Index('mentorships_by_mentor', ['mentorId'])
@Check('mentor_task_is_known', checkWords('task', MENTOR_TASKS))
@Check('mentorship_state_is_known', checkWords('state', MENTORSHIP_STATES))
@Check('check_in_rhythm_is_known', checkWords('rhythm', CHECK_IN_RHYTHMS))
@ForeignKey(() => Person, ['menteeId'], ['personId'])
@ForeignKey(() => Person, ['mentorId'], ['personId'])
export class Mentorship {
  @PrimaryColumn({ type: 'uuid' }) mentorshipId!: string;
  @Column({ type: 'uuid' }) menteeId!: string;
  @Column({ type: 'uuid' }) mentorId!: string;
  @Column({ type: 'text' }) task!: MentorTask;
  @Column({ type: 'text' }) state!: MentorshipState;
  @Column({ type: 'text', default: '' }) note!: string;
  /** Whether the mentor began: they invited, and the mentee answers. */
  @Column({ type: 'boolean', default: false }) isInvitation!: boolean;
  /** Null until the mentor agrees; in an invitation what they propose. */
  @Column({ type: 'text', nullable: true }) rhythm!: CheckInRhythm | null;
  /** Weeks between two check-ins of an own rhythm that an invitation proposes. */
  @Column({ type: 'integer', nullable: true }) everyWeeks!: number | null;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
