import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MAIL_RHYTHMS, type MailRhythm, type NotificationKind } from '#core/notifications/kinds';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** One thing told to one person, once. It holds words for the page and the letter, as they were when it happened. */
@Entity('notifications')
@Check('notification_mail_is_known', checkWords('mail', MAIL_RHYTHMS))
@Index('notifications_to_mail', ['personId', 'at'], { where: "letter_id is null and mail <> 'off'" })
@Index('notifications_of_letter', ['letterId'], { where: 'letter_id is not null' })
@Unique('told_once', ['personId', 'kind', 'aboutKey'])
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class Notification {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) notificationId!: string;
  /** No check constraint: kinds grow with every feature, and one that is known no more is not shown. */
  @Column({ type: 'text' }) kind!: NotificationKind;
  /** What it is about, so that a job that runs twice tells once. */
  @Column({ type: 'text' }) aboutKey!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', default: '' }) line!: string;
  /** A path of this installation. */
  @Column({ type: 'text' }) link!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) readAt!: Date | null;
  @Column({ type: 'boolean', default: true }) isOnPage!: boolean;
  /** As the person had chosen when it happened. */
  @Column({ type: 'text' }) mail!: MailRhythm;
  /** The letter that told it. */
  @Column({ type: 'uuid', nullable: true }) letterId!: string | null;
}
