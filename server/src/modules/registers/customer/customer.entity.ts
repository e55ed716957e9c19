import type { Gender, PolicyPurpose } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, Ref, Text } from '../../../platform/database/columns';

/** One natural person, keyed group-wide by phone (B1). */
@Entity('customers')
@Index(['phoneIndex'], { unique: true })
@Index(['name'])
export class Customer {
  @Id() id: string;
  @Text(40) name: string;
  @Text(10) gender: Gender;
  /** E.164, encrypted. */
  @Text(200) phoneSealed: string;
  /** Blind index of the E.164 number: the one key of a customer. */
  @Text(64) phoneIndex: string;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

/**
 * A customer who turned out to be another one. Their row of `customers` keeps the number, under a new id, so that nobody else is given
 * it; it is no customer any more, and as the old id is gone no row can point to it.
 */
@Entity('customer_merges')
@Index(['formerId'], { unique: true })
@Index(['intoId'])
export class CustomerMergeRecord {
  /** The row of `customers` that keeps the number. */
  @Id() id: string;
  /** Under which id the person was a customer until then; once merged, never again. */
  @Ref() formerId: string;
  /** The survivor: a customer of their own, so that the way is never longer than one step. */
  @ForeignKey('customers') @Ref() intoId: string;
  @ForeignKey('staff') @Ref() byId: string;
  @Text(200) reason: string;
  /** What was done, as it was told before. */
  @Json() told: { moves: string[]; decisions: string[] };
  @Instant() mergedAt: number;
}

/** Append-only: a purpose once agreed to stays on record, and so does its withdrawal. */
@Entity('consents')
@Index(['customerId', 'purpose'])
export class Consent {
  @Id() id: string;
  @ForeignKey('customers') @Ref() customerId: string;
  @Text(40) purpose: string;
  @Text(20) policyVersion: string;
  /** How it was given: in the mini-program, told to a colleague, or stated by an import's provenance. */
  @Text(20) basis: string;
  @Instant() givenAt: number;
  @Instant({ nullable: true }) withdrawnAt: number | null;
}

@Entity('policies')
@Index(['version'], { unique: true })
@Index(['inForceFrom'])
export class Policy {
  @Id() id: string;
  @Text(20) version: string;
  @Text(60) title: string;
  @Json() body: string[];
  @Json() purposes: PolicyPurpose[];
  @Instant() inForceFrom: number;
}
