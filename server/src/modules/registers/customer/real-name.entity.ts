import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns';

/** The real name of whoever is paid money (K2). After a withdrawal only the blind index is left, so that a card stays one customer's. */
@Entity('real_names')
@Index(['customerId'], { unique: true })
@Index(['numberIndex'], { unique: true })
export class RealName {
  @Id() id: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @Text(300, { nullable: true }) nameSealed: string | null;
  /** ID card number, encrypted. */
  @Text(200, { nullable: true }) numberSealed: string | null;
  /** Blind index of the ID card number: one card, one customer. */
  @Text(64) numberIndex: string;
  @Instant() statedAt: number;
  @Instant({ nullable: true }) withdrawnAt: number | null;
}

/** Somebody stated a card that is another customer's: a person is to look at it, and it cannot be tried for ever. */
@Entity('real_name_refusals')
@Index(['customerId', 'at'])
export class RealNameRefusal {
  @Id() id: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @Instant() at: number;
}
