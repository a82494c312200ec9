import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AgreementLine } from '#core/projects/agreement';
import { Person } from '#entities/Person';
import { Project } from '#entities/Project';

/** A version of who does what, by when and for what credit, agreed before the work starts. A version never changes. */
@Entity('authorship_agreements')
@ForeignKey(() => Project, ['projectId'], ['projectId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['draftedBy'], ['personId'])
export class AuthorshipAgreement {
  @PrimaryColumn({ type: 'uuid' }) projectId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) lines!: AgreementLine[];
  /** How the order of names is found. */
  @Column({ type: 'text', default: '' }) orderRule!: string;
  /** What happens if something changes. */
  @Column({ type: 'text', default: '' }) ifChanges!: string;
  /** SHA-256 of what is signed: a signature names it. */
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'uuid' }) draftedBy!: string;
  @Column({ type: 'timestamptz' }) draftedAt!: Date;
}
