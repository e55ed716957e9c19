import { DEFAULT_VERDICT_SETTINGS, type VerdictSettings } from '@guihu/shared';
import type { ClaimFact, ContactFact, VerdictFacts } from './verdict-facts';

/** An instant by what a clock in Beijing shows: `2026-10-03 14:20`. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

export const ALL_FIELDS: ClaimFact['filled'] = ['name', 'gender', 'phone', 'channel', 'area', 'layout'];

export const HONEST = { self: false, staff: false, circular: false, household: false };

export function touch(key: string, when: number, given: Partial<ClaimFact> = {}): ClaimFact {
  return {
    key: `touch:${key}`,
    kind: 'channel',
    label: `渠道「${key}」`,
    at: when,
    how: 'call-in',
    filled: ALL_FIELDS,
    household: false,
    referral: null,
    ...given,
  };
}

export function referral(
  key: string,
  when: number,
  given: Partial<NonNullable<ClaimFact['referral']>> = {},
  claim: Partial<ClaimFact> = {},
): ClaimFact {
  return {
    key: `referral:${key}`,
    kind: 'referral',
    label: `${key}的推荐`,
    at: when,
    how: 'referral',
    filled: ALL_FIELDS,
    household: false,
    referral: { agreedAt: when, promisedUntil: 0, ended: null, referrer: HONEST, ...given },
    ...claim,
  };
}

export const visitAt = (when: number, given: Partial<ContactFact> = {}): ContactFact => ({
  at: when,
  kind: 'visit',
  connected: true,
  by: '林晓',
  household: false,
  ...given,
});

export const callAt = (when: number, given: Partial<ContactFact> = {}): ContactFact => ({ ...visitAt(when), kind: 'follow-up', ...given });

export const verdictFacts = (claims: ClaimFact[], given: Partial<VerdictFacts> = {}): VerdictFacts => ({
  asOf: at('2026-10-16 10:00'),
  claims,
  contacts: [],
  dealAt: null,
  decided: null,
  ...given,
});

export const settings = (given: Partial<VerdictSettings> = {}): VerdictSettings => ({ ...DEFAULT_VERDICT_SETTINGS, ...given });
