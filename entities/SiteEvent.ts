import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** An audit event outside any review: who did what to which account, project, opening or application. */
@Entity('site_events')
@Index('site_events_by_subject', ['subjectKind', 'subjectId'])
@ForeignKey(() => Person, ['actorId'], ['personId'])
export class SiteEvent {
  @PrimaryColumn({ type: 'uuid' }) siteEventId!: string;
  @Column({ type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ type: 'text' }) deed!: string;
  @Column({ type: 'text' }) subjectKind!: string;
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'jsonb', default: '{}' }) facts!: object;
  @Column({ type: 'timestamptz' }) at!: Date;
}
