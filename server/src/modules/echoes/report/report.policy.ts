import { beijingDate, CLOCKS, type ClockKey, startOfBeijingDate, type WorkOrderReportView } from '@guihu/shared';
import type { OrderFacts } from '../../journeys/work-order';
import { mean, percentile, rounded, shareOf } from './statistics.policy';

const DAY_MS = 24 * 60 * 60 * 1000;
/** J23: from three days to one, and nineteen of twenty satisfied. */
const TARGETS = { resolveMinutes: 24 * 60, satisfiedShare: 0.95 } as const;
/** Stars from which on somebody is satisfied. */
const SATISFIED = 4;

type Names = ReadonlyMap<string, string>;

/** Whom and what the numbers are of. */
export interface ReportNames {
  categories: Names;
  buildings: Names;
  people: Names;
}

/**
 * Rules J7, J21 and J23 of the orders reported in `[from, to)`, epoch ms. Cancelled ones count among the reported and by type, and
 * nowhere else. Each clock counts by itself: an order that was done again was accepted twice.
 */
export function reportOf(orders: readonly OrderFacts[], names: ReportNames, from: number, to: number): WorkOrderReportView {
  const served = orders.filter((order) => order.status !== 'cancelled');
  const stars = served.flatMap((order) => order.stars ?? []);
  return {
    fromAt: new Date(from).toISOString(),
    toAt: new Date(to).toISOString(),
    total: orders.length,
    closed: served.filter((order) => order.status === 'closed').length,
    types: grouped(orders, (order) => order.categoryId).map(([id, list]) => ({
      id,
      name: names.categories.get(id) ?? id,
      count: list.length,
      share: rounded(list.length / orders.length, 4) as number,
    })),
    times: (Object.keys(CLOCKS) as ClockKey[]).map((clock) => timesOf(clock, served)),
    satisfaction: {
      meanStars: rounded(mean(stars), 2),
      rated: stars.length,
      satisfiedShare: rounded(
        shareOf(stars, (each) => each >= SATISFIED),
        4,
      ),
    },
    buildings: grouped(served, (order) => order.buildingId).map(([id, list]) => ({
      id,
      name: names.buildings.get(id) ?? '',
      ...qualityOf(list),
    })),
    engineers: grouped(served, (order) => order.assigneeId).map(([id, list]) => ({
      id,
      name: names.people.get(id) ?? '同事',
      ...qualityOf(list),
      lateShare: rounded(shareOf(list, isLate), 4),
    })),
    days: daysOf(orders, from, to),
    targets: { ...TARGETS },
  };
}

function timesOf(clock: ClockKey, orders: readonly OrderFacts[]): WorkOrderReportView['times'][number] {
  const clocks = orders.flatMap((order) => order.clocks.filter((each) => each.key === clock));
  const minutes = clocks.flatMap((each) => each.minutes ?? []);
  const decided = clocks.filter((each) => each.kept !== null);
  return {
    clock,
    name: CLOCKS[clock],
    meanMinutes: rounded(mean(minutes)),
    medianMinutes: rounded(percentile(minutes, 0.5)),
    p90Minutes: rounded(percentile(minutes, 0.9)),
    metShare: rounded(
      shareOf(decided, (each) => each.kept === true),
      4,
    ),
  };
}

function qualityOf(orders: readonly OrderFacts[]): { count: number; meanStars: number | null; meanResolveMinutes: number | null } {
  const resolved = orders.flatMap((order) => order.clocks.flatMap((each) => (each.key === 'resolve' ? (each.minutes ?? []) : [])));
  return {
    count: orders.length,
    meanStars: rounded(mean(orders.flatMap((order) => order.stars ?? [])), 2),
    meanResolveMinutes: rounded(mean(resolved)),
  };
}

const isLate = (order: OrderFacts): boolean => order.clocks.some((each) => each.kept === false);

/** Most of them first; what belongs to nothing is left out. */
function grouped(orders: readonly OrderFacts[], keyOf: (order: OrderFacts) => string | null): [string, OrderFacts[]][] {
  const groups = new Map<string, OrderFacts[]>();
  for (const order of orders) {
    const key = keyOf(order);
    const known = key === null ? undefined : groups.get(key);
    if (known) known.push(order);
    else if (key !== null) groups.set(key, [order]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

/** Every Beijing day of the time, also those on which nothing happened. */
function daysOf(orders: readonly OrderFacts[], from: number, to: number): WorkOrderReportView['days'] {
  const days = new Map<string, { reported: number; closed: number }>();
  for (let midnight = startOfBeijingDate(beijingDate(from)); midnight < to; midnight += DAY_MS) {
    days.set(beijingDate(midnight), { reported: 0, closed: 0 });
  }
  for (const order of orders) {
    const reported = days.get(beijingDate(order.createdAt));
    if (reported) reported.reported += 1;
    const closed = order.status === 'closed' && order.closedAt !== null ? days.get(beijingDate(order.closedAt)) : undefined;
    if (closed) closed.closed += 1;
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}
