import fc from 'fast-check';
import { type FreePlaces, lineIsServed, offerEnd, offersFor, type Waiter } from './offer.policy';

const MINUTE = 60_000;
const aLine: fc.Arbitrary<Waiter[]> = fc
  .array(fc.boolean(), { maxLength: 12 })
  .map((intents) => intents.map((highIntent, i) => ({ id: `w${i}`, highIntent })));
const count = fc.integer({ min: -2, max: 6 });
const somethingFree: fc.Arbitrary<FreePlaces> = fc.record({
  seats: count,
  general: count,
  hosts: fc.oneof(count, fc.constant(Number.POSITIVE_INFINITY)),
});

/** Whether this one alone could still have a place. */
const mayHave = ({ highIntent }: Waiter, { seats, general, hosts }: FreePlaces) => seats > 0 && hosts > 0 && (highIntent || general > 0);

describe('what is free is offered to a line', () => {
  it('never more often than there are seats, colleagues, and seats for everybody', () => {
    fc.assert(
      fc.property(aLine, somethingFree, (line, free) => {
        const { offers, left } = offersFor(line, free);
        expect(offers.length).toBeLessThanOrEqual(Math.max(0, Math.min(free.seats, free.hosts)));
        expect(offers.filter((each) => !each.highIntent).length).toBeLessThanOrEqual(Math.max(0, free.general));
        expect(left.seats).toBe(free.seats - offers.length);
      }),
    );
  });

  it('the first who may have it gets it: nobody is passed over who could have had the place of somebody behind', () => {
    fc.assert(
      fc.property(aLine, somethingFree, (line, free) => {
        let left = free;
        const { offers } = offersFor(line, free);
        for (const waiter of line) {
          const offered = offers.includes(waiter);
          expect(offered).toBe(mayHave(waiter, left));
          if (offered) left = { seats: left.seats - 1, hosts: left.hosts - 1, general: left.general - (waiter.highIntent ? 0 : 1) };
        }
      }),
    );
  });

  it('nothing is left that one of those who still wait could have', () => {
    fc.assert(
      fc.property(aLine, somethingFree, (line, free) => {
        const { offers, left } = offersFor(line, free);
        for (const waiter of line) if (!offers.includes(waiter)) expect(mayHave(waiter, left)).toBe(false);
      }),
    );
  });

  it('is the same whether a line is looked at whole or in lots', () => {
    fc.assert(
      fc.property(aLine, somethingFree, fc.nat({ max: 12 }), (line, free, cut) => {
        const first = offersFor(line.slice(0, cut), free);
        const second = offersFor(line.slice(cut), first.left);
        expect([...first.offers, ...second.offers]).toEqual(offersFor(line, free).offers);
      }),
    );
  });

  it('with a deadline of five minutes at least, and not later than anybody may come', () => {
    const minutes = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 5, max: 600 }),
        fc.integer({ min: -600, max: 1_200 }),
        (notice, quiet, offer, ahead) => {
          const plan = { minimumNoticeMinutes: notice, offerMinutes: offer };
          const toldAt = quiet * MINUTE;
          const until = offerEnd(plan, ahead * MINUTE, { now: 0, toldAt });
          expect(until !== null).toBe(lineIsServed(plan, ahead * MINUTE, 0));
          if (until === null) return;
          expect(until).toBeGreaterThanOrEqual(5 * MINUTE);
          expect(until).toBeLessThanOrEqual((ahead - notice) * MINUTE);
          // Whoever can be told in time has their time from then on.
          if (lineIsServed(plan, ahead * MINUTE, toldAt)) {
            expect(until).toBe(Math.min(toldAt + offer * MINUTE, (ahead - notice) * MINUTE));
            expect(until - toldAt).toBeGreaterThanOrEqual(5 * MINUTE);
          }
        },
      ),
    );
  });
});
