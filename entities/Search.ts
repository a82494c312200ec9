import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SOURCE_KINDS, type SourceKind } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** One query to one source on one day, with the number found: an entry of PRISMA-S by itself. */
@Entity('searches')
@Check('source_kind_is_known', checkWords('source_kind', SOURCE_KINDS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
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
  @Column({ type: 'jsonb', default: '[]' }) warnings!: string[];
  @Column({ type: 'date' }) ranOn!: string;
  @Column({ type: 'integer', nullable: true }) countFound!: number | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
