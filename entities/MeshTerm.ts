import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeshHeading } from '#entities/MeshHeading';

/** A word for a heading: its own name or another one, folded so that it is found however it is written. */
@Entity('mesh_terms')
// Their kinds stand in the migration, which these decorators can't say.
@Index('mesh_terms_by_beginning', { synchronize: false })
@Index('mesh_terms_by_words', { synchronize: false })
@ForeignKey(() => MeshHeading, ['ui'], ['ui'], { onDelete: 'CASCADE' })
export class MeshTerm {
  @PrimaryColumn({ type: 'text' }) ui!: string;
  @PrimaryColumn({ type: 'text' }) term!: string;
  @Column({ type: 'text' }) folded!: string;
}
