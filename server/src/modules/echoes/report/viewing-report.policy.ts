import { beijingParts, labelOf, TOUR_STOPS, VIEWING_OBJECTIONS, type ViewingReport } from '@guihu/shared';
import type { ViewingFact } from '../../journeys/viewing';

/**
 * How visits of a project went (F6, F9): by the hour in which people came, from booking to deal, by who received them. Whoever came
 * without a booking counts as a visit; a lead that was won counts once, however often its customer came.
 * @param won ids of leads that were won
 */
export function viewingReportOf(
  facts: readonly ViewingFact[],
  won: ReadonlySet<string>,
  nameOf: (staffId: string) => string,
): ViewingReport {
  const visited = facts.filter((fact) => fact.checkedInAt !== null);
  return {
    heat: heatOf(visited),
    funnel: {
      booked: facts.filter((fact) => !fact.walkIn).length,
      visited: visited.length,
      noShow: facts.filter((fact) => fact.status === 'no-show').length,
      cancelled: facts.filter((fact) => fact.status === 'cancelled').length,
      revisited: [...countBy(visited, (fact) => fact.customerId).values()].filter((visits) => visits > 1).length,
      won: wonOf(visited, won),
    },
    byHost: hostsOf(facts, won, nameOf),
    objections: [
      ...countBy(
        facts.flatMap((fact) => fact.objections),
        (key) => key,
      ),
    ]
      .map(([key, count]) => ({ key, label: labelOf(VIEWING_OBJECTIONS, key), count }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    byStop: stopsOf(visited, won),
  };
}

function heatOf(visited: readonly ViewingFact[]): ViewingReport['heat'] {
  const cells = countBy(visited, ({ checkedInAt }) => {
    const { weekday, hour } = beijingParts(checkedInAt as number);
    return weekday * 24 + hour;
  });
  return [...cells].sort(([a], [b]) => a - b).map(([cell, visits]) => ({ weekday: Math.floor(cell / 24), hour: cell % 24, visits }));
}

function hostsOf(facts: readonly ViewingFact[], won: ReadonlySet<string>, nameOf: (staffId: string) => string): ViewingReport['byHost'] {
  const ids = [...new Set(facts.flatMap((fact) => fact.hostId ?? []))];
  return ids
    .map((staffId) => {
      const own = facts.filter((fact) => fact.hostId === staffId);
      const visited = own.filter((fact) => fact.checkedInAt !== null);
      const stars = own.flatMap((fact) => fact.stars ?? []);
      return {
        staffId,
        name: nameOf(staffId),
        booked: own.filter((fact) => !fact.walkIn).length,
        visited: visited.length,
        noShow: own.filter((fact) => fact.status === 'no-show').length,
        won: wonOf(visited, won),
        rating: stars.length > 0 ? Math.round((stars.reduce((sum, n) => sum + n, 0) / stars.length) * 10) / 10 : null,
      };
    })
    .sort((a, b) => b.visited - a.visited || (a.staffId < b.staffId ? -1 : 1));
}

/** By customer, who may come twice: what they were shown in all their visits, and whether they bought (F9). Stops nobody was shown are left out. */
function stopsOf(visited: readonly ViewingFact[], won: ReadonlySet<string>): ViewingReport['byStop'] {
  const seenBy = new Map<string, Set<string>>();
  for (const { leadId, tour } of visited) {
    if (leadId === null || tour === null) continue;
    seenBy.set(leadId, new Set([...(seenBy.get(leadId) ?? []), ...tour]));
  }
  const leads = [...seenBy];
  const bought = (some: typeof leads) => some.filter(([leadId]) => won.has(leadId)).length;
  return Object.entries(TOUR_STOPS)
    .map(([key, label]) => {
      const [shown, others] = [leads.filter(([, seen]) => seen.has(key)), leads.filter(([, seen]) => !seen.has(key))];
      return { key, label, shown: shown.length, shownWon: bought(shown), others: others.length, othersWon: bought(others) };
    })
    .filter(({ shown }) => shown > 0);
}

const wonOf = (visited: readonly ViewingFact[], won: ReadonlySet<string>): number =>
  new Set(visited.flatMap(({ leadId }) => (leadId && won.has(leadId) ? [leadId] : []))).size;

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
