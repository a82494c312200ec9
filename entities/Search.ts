import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SEARCH_RHYTHMS, type SearchRhythm, SOURCE_KINDS, type SourceKind } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** One query to one source on one day, with the number found: an entry of PRISMA-S by itself. */
@Entity('searches')
@Check('source_kind_is_known', checkWords('source_kind', SOURCE_KINDS))
// Only searches that run again are in it, which this decorator can't say.
@Index('searches_by_next_run', { synchronize: false })
@Check('search_rhythm_is_known', checkWords('rhythm', SEARCH_RHYTHMS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Search, ['reviewId', 'repeatsSearchId'], ['reviewId', 'searchId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Search {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) searchId!: string;
  @Column({ type: 'text' }) sourceName!: string;
  @Column({ type: 'text' }) sourceKind!: SourceKind;
  @Column({ type: 'text', nullable: true }) platform!: string | null;
  /** The strategy exactly as it was run. */
  @Column({ type: 'text', nullable: true }) strategy!: string | null;
  /** What the source made of it (PubMed's query translation). */
  @Column({ type: 'text', nullable: true }) translatedStrategy!: string | null;
  @Column({ type: 'text', nullable: true }) limits!: string | null;
  /** Published filters, as they are cited. */
  @Column({ type: 'text', nullable: true }) filters!: string | null;
  /** Who looked the strategy over, and by which guideline. */
  @Column({ type: 'text', nullable: true }) peerReview!: string | null;
  /** What else the report should say of it: prior work used again, people asked, how sites were browsed. */
  @Column({ type: 'text', nullable: true }) remarks!: string | null;
  @Column({ type: 'jsonb', default: '[]' }) warnings!: string[];
  @Column({ type: 'date' }) ranOn!: string;
  @Column({ type: 'integer', nullable: true }) countFound!: number | null;
  /** The search that this one ran again for what is new. */
  @Column({ type: 'uuid', nullable: true }) repeatsSearchId!: string | null;
  @Column({ type: 'text', default: 'never' }) rhythm!: SearchRhythm;
  /** When it runs again by itself; null while it doesn't. */
  @Column({ type: 'timestamptz', nullable: true }) nextRunAt!: Date | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
