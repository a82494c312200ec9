import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Anyone with an account. The e-mail address is kept in lower case. */
@Entity('persons')
@Unique('one_account_per_email', ['email'])
@Unique('one_account_per_orcid', ['orcid'])
export class Person {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'text' }) name!: string;
  /** argon2id; null for a person who signs in by ORCID alone. */
  @Column({ type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ type: 'text', nullable: true }) orcid!: string | null;
  @Column({ type: 'boolean', default: false }) isAdministrator!: boolean;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  /** They left: the row stays for what they did, and says nothing of them. */
  @Column({ type: 'timestamptz', nullable: true }) deletedAt!: Date | null;
}
