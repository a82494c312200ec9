import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PREFERENCE_NAMES, type PreferenceName } from '#core/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Person } from '#entities/Person';

/** How a person reads and works: keys, highlight words. It is theirs alone, and in the words of the page that keeps it. */
@Entity('preferences')
@Check('preference_name_is_known', checkWords('name', PREFERENCE_NAMES))
@ForeignKey(() => Person, ['personId'], ['personId'], { onDelete: 'CASCADE' })
export class Preference {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) name!: PreferenceName;
  /** The review or practice set that it is about; empty where it holds everywhere. */
  @PrimaryColumn({ type: 'text' }) about!: string;
  @Column({ type: 'text' }) value!: string;
  @Column({ type: 'timestamptz' }) savedAt!: Date;
}
