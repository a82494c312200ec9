import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A heading of NLM's thesaurus, as the operator loaded it. Pooled works without any. */
@Entity('mesh_headings')
export class MeshHeading {
  /** D000001 */
  @PrimaryColumn({ type: 'text' }) ui!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true, default: '{}' }) treeNumbers!: string[];
}
