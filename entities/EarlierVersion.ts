import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** What the earlier version of an updated review included. A review without a row is a new one. */
@Entity('earlier_versions')
@Check('earlier_version_has_counts', 'studies >= 0 and reports >= studies')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['writtenBy'], ['personId'])
export class EarlierVersion {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @Column({ type: 'integer' }) studies!: number;
  @Column({ type: 'integer' }) reports!: number;
  @Column({ type: 'uuid' }) writtenBy!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
