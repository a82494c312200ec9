import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EVENT_ANSWERS, type EventAnswerWord } from '#core/mentoring/communityWords';
import { CommunityEvent } from '#entities/CommunityEvent';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** Whether a member comes to an event; who waits moves up in the order of the answers. */
@Entity('event_answers')
@Check('event_answer_is_known', checkWords('state', EVENT_ANSWERS))
@ForeignKey(() => CommunityEvent, ['eventId'], ['eventId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class EventAnswer {
  @PrimaryColumn({ type: 'uuid' }) eventId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) state!: EventAnswerWord;
  @Column({ type: 'timestamptz' }) answeredAt!: Date;
}
