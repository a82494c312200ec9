import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** A piece of research with a lead and a team; it may hold one review. */
@Entity('projects')
@ForeignKey(() => Person, ['createdBy'], ['personId'])
export class Project {
  @PrimaryColumn({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', default: '' }) summary!: string;
  @Column({ type: 'text', default: '' }) specialty!: string;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
