import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RANKING_SIDES, type RankingSide } from '#core/people/vocabulary';
import { Cohort } from '#entities/Cohort';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** What one side of a cohort wants, most wanted first: a person's openings, or a lead's people. Nobody else reads it before it is settled. */
@Entity('rank_lists')
@Check('ranking_side_is_known', checkWords('side', RANKING_SIDES))
@ForeignKey(() => Cohort, ['cohortId'], ['cohortId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class RankList {
  @PrimaryColumn({ type: 'uuid' }) cohortId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) side!: RankingSide;
  @Column({ type: 'uuid', array: true, default: '{}' }) choices!: string[];
  /** For a lead: how many people they can look after in all; null is as many as there are seats. */
  @Column({ type: 'integer', nullable: true }) capacity!: number | null;
  @Column({ type: 'timestamptz', nullable: true }) rankedAt!: Date | null;
}
