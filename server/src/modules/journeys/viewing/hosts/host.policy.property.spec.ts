import fc from 'fast-check';
import { dropOf, type HostFacts, orderHosts } from './host.policy';
import { bucketsOf } from './host-times.policy';

const MINUTE = 60_000;
const aHost = (i: number): fc.Arbitrary<HostFacts> =>
  fc.record({
    staffId: fc.constant(`s${i}`),
    name: fc.constant(`同事${i}`),
    present: fc.boolean(),
    onLeave: fc.boolean(),
    busy: fc.boolean(),
    viewingsThatDay: fc.integer({ min: 0, max: 5 }),
    lastAt: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  });
const aCrew = fc.integer({ min: 0, max: 8 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => aHost(i))));

describe('who receives a visitor', () => {
  it('is somebody who is there and free, or nobody; the order in which colleagues came is nothing', () => {
    fc.assert(
      fc.property(aCrew, fc.integer({ min: 0, max: 7 }), (crew, turn) => {
        const { line } = orderHosts({ sticky: null, candidates: crew });
        expect([...line].sort()).toEqual(crew.flatMap((c) => (dropOf(c) === null ? [c.staffId] : [])).sort());
        const turned = [...crew.slice(turn), ...crew.slice(0, turn)];
        expect(orderHosts({ sticky: null, candidates: turned }).line).toEqual(line);
      }),
    );
  });

  it('whoever serves the customer comes first whenever they can', () => {
    fc.assert(
      fc.property(aCrew, fc.integer({ min: 0, max: 7 }), (crew, i) => {
        const own = crew[i];
        if (!own) return;
        const { line, explain } = orderHosts({ sticky: own, candidates: crew });
        if (dropOf(own) === null) {
          expect(line[0]).toBe(own.staffId);
          expect(explain(own.staffId)).toMatchObject({ how: 'sticky', chosen: { id: own.staffId } });
        } else expect(explain(line[0] ?? null).sentences[0]).toBe(`${own.name}正在服务这位客户，但${dropOf(own)}`);
      }),
    );
  });

  it('the explanation has everybody, chooses one at most, and says of each other what stood against them', () => {
    fc.assert(
      fc.property(aCrew, (crew) => {
        const { line, explain } = orderHosts({ sticky: null, candidates: crew });
        const choice = explain(line[0] ?? null);
        expect(choice.candidates).toHaveLength(crew.length);
        expect(choice.candidates.filter((c) => c.chosen).map((c) => c.staffId)).toEqual(line.slice(0, 1));
        for (const c of choice.candidates) expect(c.dropped === null).toBe(line.includes(c.staffId));
      }),
    );
  });

  it('a day of visits is shared out so that nobody has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }), (people, visits) => {
        const crew = Array.from({ length: people }, (_, i) => ({
          staffId: `s${i}`,
          name: `同事${i}`,
          present: true,
          onLeave: false,
          busy: false,
          viewingsThatDay: 0,
          lastAt: null as number | null,
        }));
        for (let i = 0; i < visits; i++) {
          const [first] = orderHosts({ sticky: null, candidates: crew }).line;
          const own = crew.find((c) => c.staffId === first);
          if (own) own.viewingsThatDay += 1;
        }
        const counts = crew.map((c) => c.viewingsThatDay);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('minutes that a visit takes', () => {
  const visit = fc.record({
    start: fc.integer({ min: 0, max: 400 }),
    length: fc.integer({ min: 2, max: 60 }),
    before: fc.integer({ min: 0, max: 24 }),
    after: fc.integer({ min: 0, max: 24 }),
  });
  const of = (v: { start: number; length: number; before: number; after: number }) => ({
    slot: { startsAt: v.start * 5 * MINUTE, endsAt: (v.start + v.length) * 5 * MINUTE },
    buffers: { bufferBeforeMinutes: v.before * 5, bufferAfterMinutes: v.after * 5 },
  });

  it('two visits share one exactly when they come nearer than both their buffers', () => {
    fc.assert(
      fc.property(visit, visit, (a, b) => {
        const [first, second] = a.start <= b.start ? [a, b] : [b, a];
        const [x, y] = [of(first), of(second)];
        const taken = new Set(bucketsOf(x.slot, x.buffers));
        const meet = bucketsOf(y.slot, y.buffers).some((bucket) => taken.has(bucket));
        const gap = y.slot.startsAt - x.slot.endsAt;
        const needed = (x.buffers.bufferAfterMinutes + y.buffers.bufferBeforeMinutes) * MINUTE;
        const sameStart = first.start - first.before === second.start - second.before;
        // The later one may also begin its buffer before the earlier one's.
        const reach = y.slot.endsAt + y.buffers.bufferAfterMinutes * MINUTE > x.slot.startsAt - x.buffers.bufferBeforeMinutes * MINUTE;
        expect(meet).toBe(sameStart || (gap < needed && reach));
      }),
    );
  });

  it('are in order, without a gap, so that two bookings never wait for each other', () => {
    fc.assert(
      fc.property(visit, (v) => {
        const buckets = bucketsOf(of(v).slot, of(v).buffers);
        expect(buckets).toEqual(Array.from({ length: v.length + v.before + v.after }, (_, i) => (buckets[0] as number) + i));
      }),
    );
  });
});
