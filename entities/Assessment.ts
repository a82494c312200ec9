import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Judgement } from '#core/appraisal/judgements';
import type { PageRect } from '#core/extraction/valueSource';
import type { BiasDirection } from '#core/vocabulary';
import { Appraisal } from '#entities/Appraisal';
import { Person } from '#entities/Person';

/** An answer with what it rests on. */
export interface StoredAnswer {
  readonly answer: string | null;
  readonly quote: string;
  readonly page: string;
  readonly note: string;
  /** The report that the quote stands in, and where on its page; missing in what was answered before these were kept. */
  readonly recordId?: string | null;
  readonly rects?: readonly PageRect[];
}

/** What a person says of a domain, or of the whole. */
export interface StoredJudgement {
  readonly judgement: Judgement | null;
  /** Why it is not what the answers suggest. */
  readonly reason: string;
  /** In the person's own words, printed in tables. */
  readonly support: string;
  /** Which way the bias probably goes, or empty. */
  readonly direction: BiasDirection;
}

/** What was judged when it was finished, beside what the answers suggested, by domain and overall. */
export type JudgedDomains = Readonly<
  Record<string, { readonly judgement: Judgement; readonly suggested: Judgement | null; readonly stars: number | null }>
>;

/** One person's answers and judgements. Hidden from the other assessor until both have finished. */
@Entity('assessments')
@Unique('one_assessment_per_assessor', ['reviewId', 'appraisalId', 'personId'])
@ForeignKey(() => Appraisal, ['reviewId', 'appraisalId'], ['reviewId', 'appraisalId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class Assessment {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) assessmentId!: string;
  @Column({ type: 'uuid' }) appraisalId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  /** By question. An answer to a question that is no longer asked stays and counts for nothing. */
  @Column({ type: 'jsonb', default: '{}' }) answers!: Record<string, StoredAnswer>;
  /** By domain, and `overall`. */
  @Column({ type: 'jsonb', default: '{}' }) ownJudgements!: Record<string, StoredJudgement>;
  /** Set when it is finished. */
  @Column({ type: 'jsonb', nullable: true }) judged!: JudgedDomains | null;
  @Column({ type: 'timestamptz' }) startedAt!: Date;
  @Column({ type: 'timestamptz' }) changedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
