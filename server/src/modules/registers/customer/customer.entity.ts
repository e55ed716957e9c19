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
