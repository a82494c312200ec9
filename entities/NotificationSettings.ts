import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '#core/notifications/kinds';
import type { KindChoice } from '#core/notifications/settings';
import { Person } from '#entities/Person';

/** What a person wants to be told, how, and at which hours of their own place. */
@Entity('notification_settings')
@Check(
  'letter_hours_are_hours',
  'quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23 AND digest_hour BETWEEN 0 AND 23',
)
@Check('digest_weekday_is_a_weekday', 'digest_weekday BETWEEN 0 AND 6')
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class NotificationSettings {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'jsonb', default: '{}' }) choices!: Partial<Record<NotificationKind, KindChoice>>;
  @Column({ type: 'boolean', default: false }) isMailOff!: boolean;
  @Column({ type: 'integer' }) quietFrom!: number;
  @Column({ type: 'integer' }) quietUntil!: number;
  @Column({ type: 'integer' }) digestHour!: number;
  @Column({ type: 'integer' }) digestWeekday!: number;
  @Column({ type: 'timestamptz' }) savedAt!: Date;
}
