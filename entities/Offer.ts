import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OFFER_STATES, type OfferState } from '#core/people/vocabulary';
import { checkWords } from '#entities/checkWords';
import { Opening } from '#entities/Opening';
import { Person } from '#entities/Person';

/** A lead invites a person to an opening: in answer to an application, or unasked. */
@Entity('offers')
@Index('one_open_offer_per_person', ['openingId', 'personId'], {
  unique: true,
  where: "state = 'open'",
})
@Check('offer_state_is_known', checkWords('state', OFFER_STATES))
@ForeignKey(() => Opening, ['openingId'], ['openingId'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Person, ['personId'], ['personId'])
@ForeignKey(() => Person, ['madeBy'], ['personId'])
export class Offer {
  @PrimaryColumn({ type: 'uuid' }) offerId!: string;
  @Column({ type: 'uuid' }) openingId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text', default: '' }) note!: string;
  @Column({ type: 'text' }) state!: OfferState;
  @Column({ type: 'uuid' }) madeBy!: string;
  @Column({ type: 'timestamptz' }) madeAt!: Date;
  /** Until the end of this day it can be taken, wherever one is; null: as long as it stands. */
  @Column({ type: 'date', nullable: true }) answerBy!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
}
