import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser, as the session library keeps it. */
@Entity('sessions')
@Index('sessions_by_expiry', ['expire'])
export class Session {
  @PrimaryColumn({ type: 'varchar' }) sid!: string;
  @Column({ type: 'json' }) sess!: unknown;
  @Column({ type: 'timestamp', precision: 6 }) expire!: Date;
}
