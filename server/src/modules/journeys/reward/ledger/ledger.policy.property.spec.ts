import { allowedVerbs, REWARD_TRANSITIONS, type RewardForm, type RewardStatus } from '@guihu/shared';
import fc from 'fast-check';
import { expiryAfterReturn, expiryOf, type Lot, pointsOf, type Taken, takeFrom, withoutKept } from '../points/point-lots.policy';
import {
  type Account,
  clawedBack,
  earned,
  faultsOfTransfer,
  granted,
  keptOf,
  type Line,
  lapsed,
  paid,
  redeemed,
  released,
  returned,
  sumOf,
  takenBack,
  type Unit,
  unitOf,
} from './ledger.policy';

const PEOPLE = ['chen', 'xu'] as const;
const FORMS: readonly RewardForm[] = ['cash', 'points', 'fee-waiver'];
const DAY = 86_400_000;

interface ToldReward {
  personId: string;
  form: RewardForm;
  amount: number;
  status: RewardStatus;
}

type Act =
  | { do: 'earn'; person: number; form: number; amount: number }
  | { do: 'verb'; reward: number; verb: number }
  | { do: 'visit'; person: number; amount: number }
  | { do: 'redeem'; person: number; amount: number }
  | { do: 'return'; redemption: number }
  | { do: 'wait'; days: number };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('earn' as const),
        person: fc.nat(1),
        form: fc.nat(2),
        amount: fc.integer({ min: 1, max: 900_000 }),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('verb' as const), reward: fc.nat(12), verb: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('visit' as const), person: fc.nat(1), amount: fc.integer({ min: 1, max: 500 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('redeem' as const), person: fc.nat(1), amount: fc.integer({ min: 1, max: 600_000 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), redemption: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }) },
  ),
  { maxLength: 60 },
);

/** The journey without its database: the same rules, carried out on lists. */
class House {
  now = Date.UTC(2026, 10, 23);
  readonly transfers: Line[][] = [];
  readonly rewards: ToldReward[] = [];
  private readonly redemptions: { personId: string; taken: Taken[]; open: boolean }[] = [];
  private lots = new Map<string, Lot[]>(PEOPLE.map((person) => [person, []]));
  private born = 0;

  play(act: Act): void {
    const personOf = (place: number) => PEOPLE[place] as string;
    if (act.do === 'earn') this.earn(personOf(act.person), FORMS[act.form] as RewardForm, act.amount);
    if (act.do === 'verb') this.verb(act.reward, act.verb);
    if (act.do === 'visit') this.visit(personOf(act.person), act.amount);
    if (act.do === 'redeem') this.redeem(personOf(act.person), act.amount);
    if (act.do === 'return') this.giveBack(act.redemption);
    if (act.do === 'wait') this.wait(act.days);
  }

  sum(account: Account, unit: Unit, personId?: string): number {
    return sumOf(
      this.transfers.flat().filter((l) => l.account === account && l.unit === unit && (personId === undefined || l.personId === personId)),
    );
  }

  purseOf = (personId: string): number => (this.lots.get(personId) as Lot[]).reduce((sum, lot) => sum + lot.left, 0);

  private wait(days: number): void {
    this.now += days * DAY;
    for (const person of PEOPLE) this.lapse(person);
  }

  private earn(personId: string, form: RewardForm, amount: number): void {
    this.rewards.push({ personId, form, amount, status: 'held' });
    this.transfers.push(earned({ personId, form, amount }));
  }

  private verb(place: number, nth: number): void {
    const reward = this.rewards[place % Math.max(1, this.rewards.length)];
    const verbs = reward ? allowedVerbs(REWARD_TRANSITIONS, reward.status) : [];
    const verb = verbs[nth % Math.max(1, verbs.length)];
    if (!reward || !verb) return;
    const debt = this.sum('receivable', unitOf(reward.form), reward.personId);
    if (verb === 'release') this.transfers.push(released(reward));
    if (verb === 'refuse') this.transfers.push(takenBack(reward, 'payable'));
    if (verb === 'reverse') this.transfers.push(takenBack(reward, reward.status === 'held' ? 'held' : 'payable'));
    if (verb === 'pay') {
      this.transfers.push(paid(reward, debt));
      if (reward.form === 'points') this.put(reward.personId, reward.amount - keptOf(reward.amount, debt), expiryOf(this.now, 6));
    }
    if (verb === 'clawBack') {
      const taken = reward.form === 'points' ? this.take(reward.personId, reward.amount) : [];
      this.transfers.push(clawedBack(reward, sum(taken)));
    }
    reward.status = REWARD_TRANSITIONS.verbs[verb].to;
  }

  private visit(personId: string, points: number): void {
    const debt = this.sum('receivable', 'points', personId);
    this.transfers.push(granted(personId, points, debt));
    this.put(personId, points - keptOf(points, debt), expiryOf(this.now, 6));
  }

  private redeem(personId: string, points: number): void {
    if (pointsOf(this.lots.get(personId) as Lot[], this.now) < points) return;
    this.redemptions.push({ personId, taken: this.take(personId, points), open: true });
    this.transfers.push(redeemed(personId, points));
  }

  private giveBack(place: number): void {
    const redemption = this.redemptions[place];
    if (!redemption?.open) return;
    redemption.open = false;
    const debt = this.sum('receivable', 'points', redemption.personId);
    const all = sum(redemption.taken);
    for (const { points, expiresAt } of withoutKept(redemption.taken, keptOf(all, debt)))
      this.put(redemption.personId, points, expiryAfterReturn(expiresAt, this.now));
    this.transfers.push(returned(redemption.personId, all, debt));
  }

  private lapse(personId: string): void {
    for (const lot of this.lots.get(personId) as Lot[]) {
      if (lot.left === 0 || lot.expiresAt === null || lot.expiresAt > this.now) continue;
      this.transfers.push(lapsed(personId, lot.left));
      lot.left = 0;
    }
  }

  private put(personId: string, left: number, expiresAt: number | null): void {
    if (left > 0) this.lots.get(personId)?.push({ id: String(this.born++), left, earnedAt: this.now, expiresAt });
  }

  private take(personId: string, points: number): Taken[] {
    const own = this.lots.get(personId) as Lot[];
    const taken = takeFrom(own, points, this.now);
    for (const { lotId, points: some } of taken) (own.find(({ id }) => id === lotId) as Lot).left -= some;
    return taken;
  }
}

const sum = (taken: readonly Taken[]): number => taken.reduce((all, { points }) => all + points, 0);

const lived = (life: readonly Act[]): House => {
  const house = new House();
  for (const act of life) house.play(act);
  return house;
};

const RUNS = { numRuns: 3_000 };

describe('whatever happens to rewards', () => {
  it('each transfer balances', () => {
    fc.assert(
      fc.property(acts, (life) => {
        expect(lived(life).transfers.flatMap(faultsOfTransfer)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("nobody's points go below zero, and the purse holds what the ledger says", () => {
    fc.assert(
      fc.property(acts, (life) => {
        const house = lived(life);
        for (const person of PEOPLE) {
          expect(house.purseOf(person)).toBeGreaterThanOrEqual(0);
          expect(house.purseOf(person) + house.sum('points', 'points', person)).toBe(0);
          expect(house.sum('receivable', 'points', person)).toBeGreaterThanOrEqual(0);
          expect(house.sum('receivable', 'fen', person)).toBeGreaterThanOrEqual(0);
          // Whatever comes in goes against a debt first.
          if (house.purseOf(person) > 0) expect(house.sum('receivable', 'points', person)).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it('what is paid, due and taken back is what was earned', () => {
    fc.assert(
      fc.property(acts, (life) => {
        const house = lived(life);
        const worth = (statuses: readonly RewardStatus[]) =>
          house.rewards.filter((r) => r.form !== 'points' && statuses.includes(r.status)).reduce((all, r) => all + r.amount, 0);
        expect(house.sum('held', 'fen') + worth(['held'])).toBe(0);
        expect(house.sum('payable', 'fen') + worth(['due', 'approved'])).toBe(0);
        // What left the house and is still owed back is what stands as paid.
        const left = house.sum('cash-out', 'fen') + house.sum('fee-waiver', 'fen') + house.sum('receivable', 'fen');
        expect(left + worth(['paid'])).toBe(0);
        expect(house.sum('reward-expense', 'fen')).toBe(worth(['held', 'due', 'approved', 'paid']));
      }),
      RUNS,
    );
  });
});
