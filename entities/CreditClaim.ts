import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CREDIT_DEGREES, CREDIT_ROLE_SLUGS, type CreditDegree, type CreditRole } from '#core/credit/creditRoles';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** Somebody says to have had a CRediT role. Another degree or note is another claim; the earlier one ends and stays. */
@Entity('credit_claims')
@Index('one_standing_claim_per_role', ['reviewId', 'personId', 'role'], { unique: true, where: 'ended_at is null' })
@Check('claimed_role_is_known', checkWords('role', CREDIT_ROLE_SLUGS))
@Check('claimed_degree_is_known', checkWords('degree', CREDIT_DEGREES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class CreditClaim {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) claimId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) role!: CreditRole;
  @Column({ type: 'text', nullable: true }) degree!: CreditDegree | null;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'timestamptz' }) claimedAt!: Date;
  /** Withdrawn, or followed by another one. */
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
