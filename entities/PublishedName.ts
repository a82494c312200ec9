import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A person agrees to be named on the public page of a review. Without a row they are not. */
@Entity('published_names')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class PublishedName {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'timestamptz' }) agreedAt!: Date;
}
