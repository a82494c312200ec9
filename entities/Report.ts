import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RETRIEVAL_STATES, type RetrievalState } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { SearchRecord } from '#entities/SearchRecord';
import { Study } from '#entities/Study';

/**
 * A document that tells of a study: sought once its record has passed title and abstract, and known by that record's
 * id. The row appears when there is something to remember of it: retrieval, or the study that it reports.
 */
@Entity('reports')
@Check('retrieval_state_is_known', checkWords('retrieval_state', RETRIEVAL_STATES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'])
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'])
export class Report {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'text' }) retrievalState!: RetrievalState;
  @Column({ type: 'text', nullable: true }) notRetrievedReason!: string | null;
  /** Where the full text can be read. */
  @Column({ type: 'text', nullable: true }) url!: string | null;
  @Column({ type: 'uuid', nullable: true }) studyId!: string | null;
  @Column({ type: 'timestamptz' }) updatedAt!: Date;
}
