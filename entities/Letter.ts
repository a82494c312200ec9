import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

export const LETTER_STATES = ['waiting', 'sending', 'sent', 'failed', 'unsure'] as const;

/**
 * A letter on its way to one person: it tells the notifications that name it, and nothing of it is stored but these. `unsure` is
 * one that may have left: it is not sent again, and what it tells stands on the page.
 */
@Entity('letters')
@Check('letter_state_is_known', checkWords('state', LETTER_STATES))
@Index('letters_to_send', ['nextTryAt'], { where: "state in ('waiting', 'sending')" })
@Unique('one_letter_per_unsubscribe_link', ['unsubscribeHash'])
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class Letter {
  @PrimaryColumn({ type: 'uuid' }) letterId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) state!: (typeof LETTER_STATES)[number];
  @Column({ type: 'integer', default: 0 }) tries!: number;
  @Column({ type: 'timestamptz' }) nextTryAt!: Date;
  /** Of the link in the letter that stops all letters: the link itself is in the letter alone. */
  @Column({ type: 'text', nullable: true }) unsubscribeHash!: string | null;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) sentAt!: Date | null;
}
