import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '#entities/Person';

/** A person who may write to nobody, since an administrator stopped it with a reason. */
@Entity('message_stops')
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class MessageStop {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) because!: string;
  @Column({ type: 'timestamptz' }) stoppedAt!: Date;
}
