import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JOB_STATES } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { FileInTheMaking } from '#entities/FileInTheMaking';
import { Person } from '#entities/Person';

/** All that is a person's own, gathered in a file for them alone. It belongs to no review, and so is no job of one. */
@Entity('account_exports')
@Check('account_export_state_is_known', checkWords('state', JOB_STATES))
@Index('one_account_export_at_a_time', ['personId'], { unique: true, where: "state in ('queued', 'running')" })
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class AccountExport extends FileInTheMaking {
  @PrimaryColumn({ type: 'uuid' }) exportId!: string;
  @Column({ type: 'uuid' }) personId!: string;
}
