import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  COMMUNITY_MEMBER_STATES,
  COMMUNITY_PARTS,
  type CommunityMemberState,
  type CommunityPart,
} from '#core/mentoring/communityWords';
import { Community } from '#entities/Community';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** A person's place in a community, asked for or held; who left keeps the row, and may ask again. */
@Entity('community_members')
@Index('community_members_by_person', ['personId'])
@Check('community_part_is_known', checkWords('part', COMMUNITY_PARTS))
@Check('community_member_state_is_known', checkWords('state', COMMUNITY_MEMBER_STATES))
@Check('newcomer_places_are_few', 'places between 0 and 12')
@ForeignKey(() => Community, ['communityId'], ['communityId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class CommunityMember {
  @PrimaryColumn({ type: 'uuid' }) communityId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) part!: CommunityPart;
  @Column({ type: 'text' }) state!: CommunityMemberState;
  /** Of the core team: answers requests, plans events, pairs newcomers. */
  @Column({ type: 'boolean', default: false }) isCore!: boolean;
  /** What they hope for, in their own words. */
  @Column({ type: 'text', default: '' }) wants!: string;
  /** Wishes a first contact of like school, language or visa path. */
  @Column({ type: 'boolean', default: false }) wishesLikePath!: boolean;
  /** How many newcomers they welcome at once. */
  @Column({ type: 'integer', default: 0 }) places!: number;
  /** Their work counts in the numbers that a committee sees. */
  @Column({ type: 'boolean', default: true }) isCounted!: boolean;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) joinedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) leftAt!: Date | null;
}
