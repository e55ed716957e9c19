import type { ClaimKind, ReferralEndReason, VerdictSettings } from '@guihu/shared';

export type RecordField = VerdictSettings['completeFields'][number];

/** What a rule has to know of who recommended. */
export interface ReferrerFact {
  /** The referrer and the friend are one person. */
  self: boolean;
  staff: boolean;
  /** They recommended each other, round one corner or several. */
  circular: boolean;
  household: boolean;
}

/** Somebody's record that says: this customer came through me. */
export interface ClaimFact {
  /** Stands for the record in every judgement: `touch:<id>`, `referral:<id>`. */
  key: string;
  kind: ClaimKind;
  label: string;
  at: number;
  /** How it is kept alive: by coming within the protection, by a visit's validity, or by that of a call or form. */
  how: 'referral' | 'visit' | 'call-in';
  filled: readonly RecordField[];
  /** Of somebody in the same home. */
  household: boolean;
  referral: {
    agreedAt: number | null;
    /** The window that was promised to the referrer; a later and stricter rule does not shorten it. Null never ends, 0 promised nothing. */
    promisedUntil: number | null;
    ended: ReferralEndReason | null;
    referrer: ReferrerFact;
  } | null;
}

/** Something that keeps claims alive: the customer came, or somebody spoke with them. */
export interface ContactFact {
  at: number;
  kind: 'visit' | 'follow-up';
  connected: boolean;
  /** Who, as people read it: 置业顾问林晓. */
  by: string;
  household: boolean;
}

/** All that a judgement rests on. Two judgements of equal facts under equal settings are equal. */
export interface VerdictFacts {
  /** The instant for which it is judged, epoch ms. */
  asOf: number;
  claims: readonly ClaimFact[];
  contacts: readonly ContactFact[];
  dealAt: number | null;
  /** What a manager decided about an appeal; it stands until another appeal. */
  decided: { key: string; by: string; at: number } | null;
}
