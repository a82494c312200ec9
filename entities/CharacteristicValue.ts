import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ValueSource } from '#core/extraction/valueSource';
import { Characteristic } from '#entities/Characteristic';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** What one study is like in one respect: a number, a word, or that no report tells it. Not looked for yet: no row. */
@Entity('characteristic_values')
@Check(
  'a_number_a_word_or_not_reported',
  'num_nonnulls(number_value, text_value) = case when is_not_reported then 0 else 1 end',
)
@ForeignKey(() => Study, ['reviewId', 'studyId'], ['reviewId', 'studyId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Characteristic, ['reviewId', 'characteristicId'], ['reviewId', 'characteristicId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['recordedBy'], ['personId'])
export class CharacteristicValue {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) characteristicId!: string;
  @PrimaryColumn({ type: 'uuid' }) studyId!: string;
  @Column({ type: 'double precision', nullable: true }) numberValue!: number | null;
  @Column({ type: 'text', nullable: true }) textValue!: string | null;
  @Column({ type: 'boolean', default: false }) isNotReported!: boolean;
  @Column({ type: 'text', default: '' }) foundAt!: string;
  @Column({ type: 'jsonb', nullable: true }) source!: ValueSource | null;
  @Column({ type: 'uuid' }) recordedBy!: string;
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
}
