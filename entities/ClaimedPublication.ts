import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import {
  PUBLICATION_ORIGINS,
  PUBLICATION_STATES,
  type PublicationOrigin,
  type PublicationState,
} from '#core/people/vocabulary';
import type { RecordAuthor } from '#core/searching/record';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** A publication that is a person's, might be, or is not: the person says. Refusals are kept, so that nobody is asked twice. */
@Entity('claimed_publications')
@Unique('one_claim_per_pmid', ['personId', 'pmid'])
@Check('publication_state_is_known', checkWords('state', PUBLICATION_STATES))
@Check('publication_origin_is_known', checkWords('origin', PUBLICATION_ORIGINS))
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class ClaimedPublication {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) publicationId!: string;
  @Column({ type: 'text', nullable: true }) pmid!: string | null;
  @Column({ type: 'text', nullable: true }) doi!: string | null;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', default: '' }) abstract!: string;
  @Column({ type: 'text', default: '' }) journal!: string;
  @Column({ type: 'integer', nullable: true }) year!: number | null;
  @Column({ type: 'jsonb', default: '[]' }) authors!: RecordAuthor[];
  @Column({ type: 'text', array: true, default: '{}' }) meshHeadings!: string[];
  @Column({ type: 'text', array: true, default: '{}' }) keywords!: string[];
  @Column({ type: 'text' }) state!: PublicationState;
  @Column({ type: 'text' }) origin!: PublicationOrigin;
  /** What spoke for and against it when it was found. */
  @Column({ type: 'text', array: true, default: '{}' }) evidence!: string[];
  @Column({ type: 'float8', default: 0 }) score!: number;
  @Column({ type: 'boolean', default: false }) isLikely!: boolean;
  @Column({ type: 'timestamptz' }) addedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
}
