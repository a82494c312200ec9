import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';
import { PracticeSet } from '#entities/PracticeSet';

/** One person's way through a practice set. There is one only: whoever has finished has seen the answers. */
@Entity('practice_attempts')
@ForeignKey(() => PracticeSet, ['practiceSetId'], ['practiceSetId'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class PracticeAttempt {
  @PrimaryColumn({ type: 'uuid' }) practiceSetId!: string;
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'timestamptz' }) startedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  /** Whether the person lets others see the result in their skill passport. */
  @Column({ type: 'boolean', default: false }) isShared!: boolean;
}
