import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PROFILE_KINDS, type ProfileKind, type Role } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** What a person brings: topics, skills, hours, time zone. All of it is the person's own word. */
@Entity('profiles')
@Check('profile_kind_is_known', checkWords('kind', PROFILE_KINDS))
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class Profile {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: ProfileKind;
  @Column({ type: 'text', default: '' }) headline!: string;
  /** Free text: the topics that suggestions are found by. */
  @Column({ type: 'text', default: '' }) interests!: string;
  @Column({ type: 'text', array: true, default: '{}' }) skills!: string[];
  @Column({ type: 'text', array: true, default: '{}' }) rolesWanted!: Role[];
  @Column({ type: 'text', array: true, default: '{}' }) languages!: string[];
  @Column({ type: 'integer', nullable: true }) hoursPerWeek!: number | null;
  @Column({ type: 'text', nullable: true }) timeZone!: string | null;
  @Column({ type: 'timestamptz' }) updatedAt!: Date;
}
