import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import {
  APPLICATION_STATES,
  type ApplicationState,
  DECLINE_REASONS,
  type DeclineReason,
} from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';

/** A person asks for an opening. */
@Entity('applications')
@Unique('one_application_per_person', ['openingId', 'personId'])
@Check('application_state_is_known', checkWords('state', APPLICATION_STATES))
@Check('decline_reason_is_known', checkWords('decline_reason', DECLINE_REASONS))
@ForeignKey(() => Opening, ['openingId'], ['openingId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['personId'], ['personId'])
export class Application {
  @PrimaryColumn({ type: 'uuid' }) applicationId!: string;
  @Column({ type: 'uuid' }) openingId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'text' }) state!: ApplicationState;
  @Column({ type: 'text', nullable: true }) declineReason!: DeclineReason | null;
  @Column({ type: 'text', default: '' }) declineNote!: string;
  @Column({ type: 'timestamptz' }) sentAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) seenAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
}
