import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ValueSource } from '#core/extraction/valueSource';
import { Arm } from '#entities/Arm';
import { Characteristic } from '#entities/Characteristic';
import { Person } from '#entities/Person';

/** What one arm of a study is like in one respect, as CharacteristicValue is for the whole study. */
@Entity('arm_characteristic_values')
@Check(
  'arm_value_is_one_or_not_reported',
  'num_nonnulls(number_value, text_value) = case when is_not_reported then 0 else 1 end',
)
@ForeignKey(() => Arm, ['reviewId', 'armId'], ['reviewId', 'armId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Characteristic, ['reviewId', 'characteristicId'], ['reviewId', 'characteristicId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['recordedBy'], ['personId'])
export class ArmCharacteristicValue {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) characteristicId!: string;
  @PrimaryColumn({ type: 'uuid' }) armId!: string;
  @Column({ type: 'double precision', nullable: true }) numberValue!: number | null;
  @Column({ type: 'text', nullable: true }) textValue!: string | null;
  @Column({ type: 'boolean', default: false }) isNotReported!: boolean;
  @Column({ type: 'text', default: '' }) foundAt!: string;
  @Column({ type: 'jsonb', nullable: true }) source!: ValueSource | null;
  @Column({ type: 'uuid' }) recordedBy!: string;
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
}
