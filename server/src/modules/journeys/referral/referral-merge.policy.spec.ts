import { REFERRAL_STATUSES } from '@guihu/shared';
import fc from 'fast-check';
import { type Claim, stayingClaim } from './referral-merge.policy';

const claim = (id: string, status: Claim['status'], registeredAt = 1): Claim => ({ id, status, registeredAt });

describe('claims of one referrer on one friend', () => {
  it('the one that came furthest stays, of two as far the earlier', () => {
    expect(stayingClaim([claim('a', 'agreed', 1), claim('b', 'visited', 2)])).toMatchObject({ stays: { id: 'b' }, ends: [{ id: 'a' }] });
    expect(stayingClaim([claim('a', 'agreed', 2), claim('b', 'agreed', 1)])).toMatchObject({ stays: { id: 'b' }, ends: [{ id: 'a' }] });
    expect(stayingClaim([claim('a', 'ended', 1), claim('b', 'registered', 2)])).toMatchObject({ stays: { id: 'b' }, ends: [] });
  });

  it('a deal is never ended by a merge', () => {
    expect(stayingClaim([claim('a', 'signed', 1), claim('b', 'settled', 2)])).toMatchObject({ stays: { id: 'b' }, ends: [] });
  });

  it('is one answer, in whatever order they are given', () => {
    const any = fc.record({ id: fc.uuid(), status: fc.constantFrom(...REFERRAL_STATUSES), registeredAt: fc.nat(3) });
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 5, selector: ({ id }) => id }), (claims) => {
        const [one, other] = [stayingClaim(claims), stayingClaim([...claims].reverse())];
        expect(one.stays.id).toBe(other.stays.id);
        expect(one.ends.every(({ status }) => !['signed', 'settled', 'ended'].includes(status))).toBe(true);
      }),
    );
  });
});
