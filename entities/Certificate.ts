import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** What a certificate says, as the log stood on the day of its issue. */
export interface CertificateContent {
  readonly name: string;
  readonly reviewTitle: string;
  readonly lines: readonly { readonly label: string; readonly count: number; readonly minutes: number }[];
  /** CRediT roles that the team had confirmed, with their degree. */
  readonly roles: readonly string[];
  readonly firstAt: string;
  readonly lastAt: string;
  /** Of the review's audit chain; null where it was not sealed. */
  readonly fingerprint: string | null;
}

/**
 * A person's proof of work, which whoever has its link may check. The code is kept as it is, unlike other links' tokens: its
 * owner shows the link again and again, and it opens nothing but what they chose to show.
 */
@Entity('certificates')
@Unique('one_certificate_per_code', ['reviewId', 'code'])
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class Certificate {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) certificateId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'jsonb' }) content!: CertificateContent;
  @Column({ type: 'timestamptz' }) issuedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
}
