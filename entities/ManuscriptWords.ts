import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { Review } from '#entities/Review';

/** A sentence of the manuscript in somebody's own words, around the values that the data give it. */
@Entity('manuscript_words')
@ForeignKey(() => Review, ['reviewId'], ['reviewId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['writtenBy'], ['personId'])
export class ManuscriptWords {
  @PrimaryColumn({ type: 'uuid' }) reviewId!: string;
  @PrimaryColumn({ type: 'text' }) sentenceId!: string;
  /** `{1}`, `{2}` … stand for the values. */
  @Column({ type: 'text' }) text!: string;
  /** How many values the sentence had when it was written. */
  @Column({ type: 'integer' }) valueCount!: number;
  @Column({ type: 'uuid' }) writtenBy!: string;
  @Column({ type: 'timestamptz' }) writtenAt!: Date;
}
