import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Points used up by a key (an address, an e-mail's hash) in a window, as the rate limiter's library keeps them. */
@Entity('rate_limits')
export class RateLimit {
  @PrimaryColumn({ type: 'varchar', length: 255 }) key!: string;
  @Column({ type: 'integer', default: 0 }) points!: number;
  @Column({ type: 'bigint', nullable: true }) expire!: string | null;
}
