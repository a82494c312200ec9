import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type Choice, STAGES, type Stage } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { SearchRecord } from '#entities/SearchRecord';

/**
 * A conflict that whoever settles it has opened to those who had decided. What each had decided by then is kept here:
 * it was the last that anybody chose independently.
 */
@Entity('screening_discussions')
@Unique('one_discussion_per_record', ['reviewId', 'stage', 'recordId'])
@Check('discussion_stage_is_known', checkWords('stage', STAGES))
@ForeignKey(() => SearchRecord, ['reviewId', 'recordId'], ['reviewId', 'recordId'])
@ForeignKey(() => Person, ['openedBy'], ['personId'])
export class ScreeningDiscussion {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) discussionId!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'uuid' }) recordId!: string;
  @Column({ type: 'jsonb' }) asDecided!: { personId: string; choice: Choice; criterionId: string | null }[];
  @Column({ type: 'uuid' }) openedBy!: string;
  @Column({ type: 'timestamptz' }) openedAt!: Date;
}
