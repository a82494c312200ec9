import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AuthorshipAgreement } from '#entities/AuthorshipAgreement';
import { Person } from '#entities/Person';

/** What somebody named in a version asks to change before they sign it. The next version answers it. */
@Entity('agreement_wishes')
@Unique('one_wish_per_version', ['projectId', 'version', 'personId'])
@ForeignKey(() => AuthorshipAgreement, ['projectId', 'version'], ['projectId', 'version'], { onDelete: 'CASCADE' })
@ForeignKey(() => Person, ['personId'], ['personId'])
export class AgreementWish {
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'integer' }) version!: number;
  @PrimaryColumn({ type: 'uuid' }) wishId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
}
