import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OUTREACH_STATES, type OutreachState } from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Somebody outside who works on a review's topic and was, or will be, written to: when, and what they answered. */
@Entity('outreach')
@Unique('one_outreach_per_author', ['reviewId', 'authorKey'])
@Check('outreach_state_is_known', checkWords('state', OUTREACH_STATES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Outreach {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) outreachId!: string;
  /** How the author is told from others: iD, or family and given name as written. */
  @Column({ type: 'text' }) authorKey!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', default: '' }) affiliation!: string;
  @Column({ type: 'text' }) state!: OutreachState;
  @Column({ type: 'text', default: '' }) letter!: string;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'date', nullable: true }) contactedOn!: string | null;
  @Column({ type: 'date', nullable: true }) remindOn!: string | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
