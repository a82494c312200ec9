import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A person's place among the authors of a review's paper. */
@Entity('author_places')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class AuthorPlace {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  /** Counts from 1. */
  @Column({ type: 'integer' }) place!: number;
}
