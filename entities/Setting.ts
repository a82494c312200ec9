import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value that all processes of an installation share, such as the secret that signs session cookies. */
@Entity('settings')
export class Setting {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) value!: string;
}
