import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CHARACTERISTIC_KINDS, type CharacteristicKind } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Review } from '#entities/Review';

/** A property of studies by which a review divides them or explains their effects: latitude, way of allocation. */
@Entity('characteristics')
@Unique('one_characteristic_per_name', ['reviewId', 'name'])
@Check('characteristic_kind_is_known', checkWords('kind', CHARACTERISTIC_KINDS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
export class Characteristic {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) characteristicId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) kind!: CharacteristicKind;
  @Column({ type: 'text', default: '' }) unit!: string;
  /** Named in the protocol; analyses by any other are exploratory. */
  @Column({ type: 'boolean', default: false }) isPlanned!: boolean;
  @Column({ type: 'integer' }) position!: number;
}
