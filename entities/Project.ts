import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import {
  type ExamStep,
  LETTERS,
  type Letter,
  PAYS,
  type Pay,
  STUDY_TYPES,
  type StudyType,
  VISA_RULES,
  type VisaRule,
  WORK_PLACES,
  type WorkPlace,
} from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** A piece of research with a lead and a team; it may hold one review. */
@Entity('projects')
@Check('study_type_is_known', checkWords('study_type', STUDY_TYPES))
@Check('pay_is_known', checkWords('pay', PAYS))
@Check('work_place_is_known', checkWords('work_place', WORK_PLACES))
@Check('visa_rule_is_known', checkWords('visa_rule', VISA_RULES))
@Check('letter_is_known', checkWords('letter', LETTERS))
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Project {
  @PrimaryColumn({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', default: '' }) summary!: string;
  @Column({ type: 'text', default: '' }) specialty!: string;
  @Column({ type: 'text', nullable: true }) studyType!: StudyType | null;
  @Column({ type: 'text', nullable: true }) pay!: Pay | null;
  @Column({ type: 'text', nullable: true }) workPlace!: WorkPlace | null;
  @Column({ type: 'text', default: '' }) city!: string;
  @Column({ type: 'integer', nullable: true }) months!: number | null;
  /** Who may apply: graduated in this year or later; exam steps passed; visa. */
  @Column({ type: 'integer', nullable: true }) graduatedSince!: number | null;
  @Column({ type: 'text', array: true, default: '{}' }) examStepsAsked!: ExamStep[];
  @Column({ type: 'text', nullable: true }) visaRule!: VisaRule | null;
  /** Who looks after those who join, and how the lead wants to be reached. */
  @Column({ type: 'text', default: '' }) mentor!: string;
  @Column({ type: 'text', default: '' }) contactRule!: string;
  @Column({ type: 'text', nullable: true }) letter!: Letter | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
