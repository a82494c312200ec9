import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Characteristic } from '#entities/Characteristic';
import { Person } from '#entities/Person';
import { Study } from '#entities/Study';

/** What one study is like in one respect: a number or a word, with where it stands. Not known: no row. */
@Entity('characteristic_values')
@Check('either_a_number_or_a_word', '(number_value is null) <> (text_value is null)')
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
  @Column({ type: 'text', default: '' }) foundAt!: string;
  @Column({ type: 'uuid' }) recordedBy!: string;
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
}
