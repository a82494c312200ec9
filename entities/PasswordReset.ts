import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '#entities/Person';

/** A link to set a new password: only its hash is kept, it works once and for a limited time. */
@Entity('password_resets')
@Unique('one_reset_per_token', ['tokenHash'])
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class PasswordReset {
  @PrimaryColumn({ type: 'uuid' }) passwordResetId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}
