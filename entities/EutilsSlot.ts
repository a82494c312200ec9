import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the next request to PubMed may leave: one row, shared by all processes, so that together they keep NCBI's rate. */
@Entity('eutils_slots')
export class EutilsSlot {
  @PrimaryColumn({ type: 'smallint' }) id!: number;
  @Column({ type: 'timestamptz' }) nextFreeAt!: Date;
}
