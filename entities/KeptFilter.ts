import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { REMARK_AUDIENCES, type RemarkAudience } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** What a list of records was asked for, kept under a name to ask it again: a person's own, or one that the team shares. */
@Entity('kept_filters')
@Index('one_shared_filter_per_name', { synchronize: false })
@Index('one_own_filter_per_name', { synchronize: false })
@Check('kept_filter_audience_is_known', checkWords('audience', REMARK_AUDIENCES))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class KeptFilter {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) filterId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) audience!: RemarkAudience;
  /** The filters as the list of records takes them. */
  @Column({ type: 'jsonb' }) asked!: object;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
