import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A field of the registration that only people can fill: funding, say, or what follows from no data. */
@Entity('protocol_fields')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['writtenBy'], ['personId'])
export class ProtocolField {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'text' }) field!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'uuid' }) writtenBy!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
