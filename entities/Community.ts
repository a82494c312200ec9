import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** People of one programme or path who look after each other: an IMG group, say. */
@Entity('communities')
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Community {
  @PrimaryColumn({ type: 'uuid' }) communityId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', default: '' }) about!: string;
  /** Settles ties of pairing; stored, so that the lot can be drawn again. */
  @Column({ type: 'integer' }) seed!: number;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
