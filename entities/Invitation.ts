import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '#core/vocabulary';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';

/** A link that makes whoever opens it a member of the project; only its hash is kept, it works once and expires. */
@Entity('invitations')
@Unique('one_invitation_per_token', ['tokenHash'])
@ForeignKey(() => Project, ['projectId'], ['projectId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['invitedBy'], ['personId'])
@ForeignKey(() => Person, ['acceptedBy'], ['personId'])
@ForeignKey(() => Person, ['personId'], ['personId'])
export class Invitation {
  @PrimaryColumn({ type: 'uuid' }) invitationId!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'text', array: true }) roles!: Role[];
  @Column({ type: 'text', nullable: true }) email!: string | null;
  /** For this person alone; null for whoever holds the link. */
  @Column({ type: 'uuid', nullable: true }) personId!: string | null;
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'uuid' }) invitedBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'uuid', nullable: true }) acceptedBy!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
}
