import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PAIRING_STATES, type PairingState } from '#core/mentoring/communityWords';
import { Community } from '#entities/Community';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** A newcomer's first contact: offered by the core team, met once both have agreed. */
@Entity('community_pairs')
@Unique('nobody_is_paired_twice', ['communityId', 'newcomerId', 'memberId'])
@Index('one_pair_at_a_time', ['communityId', 'newcomerId'], { unique: true, where: "state in ('offered', 'met')" })
@Check('community_pair_state_is_known', checkWords('state', PAIRING_STATES))
@Check('nobody_is_paired_with_themselves', 'newcomer_id <> member_id')
@ForeignKey(() => Community, ['communityId'], ['communityId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['newcomerId'], ['personId'])
@ForeignKey(() => Person, ['memberId'], ['personId'])
@ForeignKey(() => Person, ['madeBy'], ['personId'])
export class CommunityPair {
  @PrimaryColumn({ type: 'uuid' }) pairId!: string;
  @Column({ type: 'uuid' }) communityId!: string;
  @Column({ type: 'uuid' }) newcomerId!: string;
  @Column({ type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) state!: PairingState;
  @Column({ type: 'text', array: true, default: '{}' }) reasons!: string[];
  @Column({ type: 'timestamptz', nullable: true }) newcomerAgreedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) memberAgreedAt!: Date | null;
  @Column({ type: 'uuid' }) madeBy!: string;
  @Column({ type: 'timestamptz' }) madeAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
