import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ValueSource } from '#core/extraction/valueSource';
import { ARM_KINDS, type ArmKind } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Study } from '#entities/Study';

/** A group of a study that was given one intervention. */
@Entity('arms')
@Unique('one_arm_per_name', ['reviewId', 'studyId', 'name'])
@Check('arm_kind_is_known', checkWords('kind', ARM_KINDS))
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], {
  onDelete: 'CASCADE',
})
export class Arm {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) armId!: string;
  @Column({ type: 'uuid' }) studyId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) kind!: ArmKind;
  @Column({ type: 'integer' }) position!: number;
  /** How many people were randomised to it; null where it isn't known. */
  @Column({ type: 'integer', nullable: true }) randomised!: number | null;
  /** Where its name was read. */
  @Column({ type: 'jsonb', nullable: true }) nameSource!: ValueSource | null;
  /** Where that number was read. */
  @Column({ type: 'jsonb', nullable: true }) randomisedSource!: ValueSource | null;
}
