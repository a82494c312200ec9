import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { TopicCorrection } from '#core/people/profileTopics';
import {
  type Audience,
  CAREER_STAGES,
  type CareerStage,
  type ExamStep,
  PROFILE_KINDS,
  type ProfileKind,
  type ProfileLine,
  VISA_NEEDS,
  type VisaNeed,
} from '#core/people/vocabulary';
import { type Role } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** Days on which a person can't work: an exam, a journey. */
export interface Away {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What a person brings, and their path. All of it is the person's own word, and private until they share it line by line. */
@Entity('profiles')
@Check('profile_kind_is_known', checkWords('kind', PROFILE_KINDS))
@Check('career_stage_is_known', checkWords('career_stage', CAREER_STAGES))
@Check('visa_need_is_known', checkWords('visa_need', VISA_NEEDS))
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
  @Column({ type: 'jsonb', default: '[]' }) away!: Away[];
  @Column({ type: 'jsonb', default: '[]' }) topicCorrections!: TopicCorrection[];
  /** Where they work or studied, in words: helps to find their publications. */
  @Column({ type: 'text', default: '' }) affiliation!: string;
  @Column({ type: 'text', nullable: true }) careerStage!: CareerStage | null;
  @Column({ type: 'text', default: '' }) medicalSchool!: string;
  @Column({ type: 'text', default: '' }) schoolCountry!: string;
  @Column({ type: 'integer', nullable: true }) graduationYear!: number | null;
  @Column({ type: 'text', array: true, default: '{}' }) examSteps!: ExamStep[];
  @Column({ type: 'text', nullable: true }) visaNeed!: VisaNeed | null;
  /** Specialties that they aim for. */
  @Column({ type: 'text', array: true, default: '{}' }) aims!: string[];
  /** Who sees which line; a line that isn't named is the person's own. */
  @Column({ type: 'jsonb', default: '{}' }) audiences!: Partial<Record<ProfileLine, Audience>>;
  /** When they were through with the first three minutes, or put them off. */
  @Column({ type: 'timestamptz', nullable: true }) welcomedAt!: Date | null;
  @Column({ type: 'timestamptz' }) updatedAt!: Date;
}
