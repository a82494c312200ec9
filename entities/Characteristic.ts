import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { FIELD_KINDS, type FieldKind, FORM_BLOCKS, type FormBlock } from '#core/extraction/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Review } from '#entities/Review';

/**
 * A property of studies, or of arms, that a review asks for: one field of its extraction form. By numbers, categories and
 * yes or no of studies a synthesis divides them or explains their effects: latitude, way of allocation.
 */
@Entity('characteristics')
@Unique('one_characteristic_per_name', ['reviewId', 'name'])
@Check('characteristic_kind_is_known', checkWords('kind', FIELD_KINDS))
@Check('form_block_is_known', checkWords('block', FORM_BLOCKS))
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
export class Characteristic {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) characteristicId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) kind!: FieldKind;
  @Column({ type: 'text', default: '' }) unit!: string;
  /** Named in the protocol; analyses by any other are exploratory. */
  @Column({ type: 'boolean', default: false }) isPlanned!: boolean;
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'text', default: 'study' }) block!: FormBlock;
  @Column({ type: 'text', default: '' }) help!: string;
  @Column({ type: 'boolean', default: false }) isRequired!: boolean;
  /** What may be chosen; empty for a category: any word. */
  @Column({ type: 'jsonb', default: '[]' }) choices!: string[];
  @Column({ type: 'double precision', nullable: true }) lowest!: number | null;
  @Column({ type: 'double precision', nullable: true }) highest!: number | null;
  /** Put away with its values: not asked any more, and part of no synthesis, until it is brought back. */
  @Column({ type: 'boolean', default: false }) isRetired!: boolean;
}
