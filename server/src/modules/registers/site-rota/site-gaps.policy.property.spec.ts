import { SITE_DUTIES, type SiteDuty, type SitePost, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import fc from 'fast-check';
import { rangeOfPost, sayGap, siteGaps } from './site-gaps.policy';

const DATE = '2026-11-28';
const MIDNIGHT = startOfBeijingDate(DATE);
const QUARTER = 15 * 60_000;
const QUARTERS = 24 * 4;
const DUTIES = Object.keys(SITE_DUTIES) as SiteDuty[];

const clock = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const span = fc
  .tuple(fc.integer({ min: 0, max: QUARTERS - 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: Math.min(QUARTERS, from + length) }));
const posts: fc.Arbitrary<SitePost[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...DUTIES), span)
    .map(([duty, { from, to }]) => ({ duty, name: '周阿姨', from: clock(from), to: clock(to), note: null })),
  { maxLength: 8 },
);
const visits: fc.Arbitrary<TimeRange[]> = fc.array(
  span.map(({ from, to }) => ({ from: MIDNIGHT + from * QUARTER, to: MIDNIGHT + to * QUARTER })),
  { maxLength: 8 },
);
const wanted = fc.subarray(DUTIES);
const within = (ranges: readonly TimeRange[], at: number) => ranges.some(({ from, to }) => from <= at && at < to);

describe('where nobody stands although visitors are booked', () => {
  it('is, at each quarter of the day, a duty that is wanted, with visitors and without a post', () => {
    fc.assert(
      fc.property(wanted, posts, visits, (duties, planned, booked) => {
        const gaps = siteGaps(duties, planned, booked, DATE);
        for (let at = MIDNIGHT; at < MIDNIGHT + QUARTERS * QUARTER; at += QUARTER)
          for (const duty of DUTIES) {
            const manned = within(
              planned.filter((post) => post.duty === duty).map((post) => rangeOfPost(post, DATE)),
              at,
            );
            const told = within(gaps.find((gap) => gap.duty === duty)?.ranges ?? [], at);
            expect(told).toBe(duties.includes(duty) && within(booked, at) && !manned);
          }
      }),
    );
  });

  it('are told earliest first, apart from each other, and never as nothing', () => {
    fc.assert(
      fc.property(wanted, posts, visits, (duties, planned, booked) => {
        for (const { ranges } of siteGaps(duties, planned, booked, DATE)) {
          expect(ranges.length).toBeGreaterThan(0);
          ranges.forEach(({ from, to }, n) => {
            expect(from).toBeLessThan(to);
            if (n > 0) expect(ranges[n - 1]?.to).toBeLessThan(from);
          });
        }
      }),
    );
  });

  it('are none while somebody stands all day, and none on a day without visitors', () => {
    fc.assert(
      fc.property(wanted, visits, (duties, booked) => {
        const all = duties.map((duty) => ({ duty, name: '周阿姨', from: '00:00', to: '24:00', note: null }));
        expect(siteGaps(duties, all, booked, DATE)).toEqual([]);
        expect(siteGaps(duties, [], [], DATE)).toEqual([]);
      }),
    );
  });

  it('are said with the duty and its hours', () => {
    const at = (hours: number) => MIDNIGHT + hours * 4 * QUARTER;
    const ranges = [
      { from: at(10), to: at(12) },
      { from: at(22), to: at(24) },
    ];
    expect(sayGap({ duty: 'steward', ranges }).text).toBe('样板间管家：10:00–12:00、22:00–24:00 无人');
  });
});
