import fc from 'fast-check';
import { progressOf, type ReferralStep, withStep } from './referral-steps.policy';

const step = (from: ReferralStep['from'], to: ReferralStep['to'], at: number, why: ReferralStep['why'] = null): ReferralStep => ({
  from,
  to,
  at,
  why,
});

const SIGNED = step('visited', 'signed', 30);
const CANCELLED = step('signed', 'ended', 40, 'deal-cancelled');

describe('how far a referral got', () => {
  it('hears each step once', () => {
    expect(withStep([SIGNED], { ...SIGNED })).toBeNull();
    expect(withStep([SIGNED], CANCELLED)).toEqual([SIGNED, CANCELLED]);
  });

  it('goes on after an appeal, and what was signed before it was lost is no deal', () => {
    const lost = step('signed', 'ended', 40, 'lost');
    const back = step('ended', 'visited', 50);
    expect(progressOf([SIGNED, lost])).toEqual({ signedAt: null, settledAt: null, endedAt: 40, endReason: 'lost', round: 0 });
    expect(progressOf([SIGNED, lost, back])).toEqual({ signedAt: null, settledAt: null, endedAt: null, endReason: null, round: 1 });
    const again = step('visited', 'signed', 60);
    expect(progressOf([SIGNED, lost, back, again])).toMatchObject({ signedAt: 60, endedAt: null, round: 1 });
  });

  it('is revived by a visit in time that is told after the end', () => {
    const expired = step('agreed', 'ended', 100, 'expired');
    expect(progressOf([expired, step('ended', 'visited', 90)])).toMatchObject({ endedAt: null, round: 1 });
  });

  it('is the same in whatever order it was told', () => {
    const life = [
      step('agreed', 'visited', 10),
      SIGNED,
      step('signed', 'ended', 40, 'lost'),
      step('ended', 'visited', 50),
      step('visited', 'signed', 60),
      step('signed', 'settled', 70),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(life, { minLength: life.length }), (told) => {
        expect(progressOf(told)).toEqual(progressOf(life));
      }),
    );
    expect(progressOf(life)).toEqual({ signedAt: 60, settledAt: 70, endedAt: null, endReason: null, round: 1 });
  });
});
