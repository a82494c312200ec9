import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { SearchRecord } from '#entities/SearchRecord';

/**
 * How the decisions on a record stand in number, so that lists of 100,000 records are found and counted by verdict without
 * reading every decision. It tells what others chose: only services that ask `policies/visibility` first may read it.
 * Triggers on decisions, assignments, adjudications and memberships keep it in the very transaction; nothing else writes
 * it, and an archive doesn't carry it. What a tally says is `core/screening/tally`'s question.
 */
@Entity('record_tallies')
@Index('record_tallies_by_tally', ['reviewId', 'stage', 'tally', 'recordId'])
@Check('tally_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'], { onDelete: 'CASCADE' })
export class RecordTally {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'text' }) stage!: Stage;
  @PrimaryColumn({ type: 'uuid' }) recordId!: string;
  /** Decisions, those that pass, those that are unsure, reasons of exclusions, people awaited, and the settlement or a dash. */
  @Column({ type: 'text' }) tally!: string;
}
