import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AuditEvent } from '#entities/AuditEvent';

/** The place of an event in its review's hash chain: `hash` covers the event and the hash before it. */
@Entity('audit_seals')
@Unique('one_seal_per_event', ['reviewId', 'eventId'])
@ForeignKey(() => AuditEvent, ['reviewId', 'eventId'], ['reviewId', 'eventId'])
export class AuditSeal {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @Column({ type: 'uuid' }) eventId!: string;
  @Column({ type: 'text' }) hash!: string;
}
