import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { COMMUNITY_PARTS, type CommunityPart } from '#core/mentoring/communityWords';
import { Community } from '#entities/Community';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** A link that makes whoever opens it a member until it expires; only its hash is kept. */
@Entity('community_invitations')
@Unique('one_community_invitation_per_token', ['tokenHash'])
@Check('invited_part_is_known', checkWords('part', COMMUNITY_PARTS))
@ForeignKey(() => Community, ['communityId'], ['communityId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['madeBy'], ['personId'])
@ForeignKey(() => Person, ['personId'], ['personId'])
export class CommunityInvitation {
  @Column({ type: 'uuid' }) communityId!: string;
  @PrimaryColumn({ type: 'uuid' }) invitationId!: string;
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'text' }) part!: CommunityPart;
  /** For this person alone; null for a whole group. */
  @Column({ type: 'uuid', nullable: true }) personId!: string | null;
  @Column({ type: 'uuid' }) madeBy!: string;
  @Column({ type: 'timestamptz' }) madeAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
}
