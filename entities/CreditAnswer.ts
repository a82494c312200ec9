import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CLAIM_VERDICTS, type ClaimVerdict } from '#core/credit/claimState';
import { CreditClaim } from '#entities/CreditClaim';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** What another one of the team says to a claim. A changed mind is another answer; the earlier one ends and stays. */
@Entity('credit_answers')
@Index('one_standing_answer_per_person', ['reviewId', 'claimId', 'answeredBy'], {
  unique: true,
  where: 'ended_at is null',
})
@Check('claim_verdict_is_known', checkWords('verdict', CLAIM_VERDICTS))
@ForeignKey(() => CreditClaim, ['reviewId', 'claimId'], ['reviewId', 'claimId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['answeredBy'], ['personId'])
export class CreditAnswer {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) answerId!: string;
  @Column({ type: 'uuid' }) claimId!: string;
  @Column({ type: 'uuid' }) answeredBy!: string;
  @Column({ type: 'text' }) verdict!: ClaimVerdict;
  /** Why it is disputed. */
  @Column({ type: 'text', default: '' }) reason!: string;
  @Column({ type: 'timestamptz' }) answeredAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
