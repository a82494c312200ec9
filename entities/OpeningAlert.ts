import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { OpeningWish } from '#core/projects/matchesWish';
import { Person } from '#entities/Person';

/** A search for openings that a person keeps, to hear of new ones. */
@Entity('opening_alerts')
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class OpeningAlert {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) alertId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) wish!: OpeningWish;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  /** Openings after this are new. */
  @Column({ type: 'timestamptz' }) lookedAt!: Date;
}
