import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AuthorshipAgreement } from '#entities/AuthorshipAgreement';
import { Person } from '#entities/Person';

/** A person signed a version, with their password in place of a handwritten name. */
@Entity('authorship_signatures')
@ForeignKey(() => AuthorshipAgreement, ['projectId', 'version'], ['projectId', 'version'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class AuthorshipSignature {
  @PrimaryColumn({ type: 'uuid' }) projectId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'timestamptz' }) signedAt!: Date;
}
