import type { ColleagueView, WorkOrderCategory } from '@guihu/shared';
import { useMemo } from 'react';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { namesOf, type RuleNames } from '../_lib/rule-words';

/** What rules speak of: empty lists while they are on their way. */
export interface RuleGround {
  buildings: { id: string; name: string }[];
  categories: WorkOrderCategory[];
  colleagues: ColleagueView[];
  names: RuleNames;
}

export function useRuleGround(projectId: string): RuleGround {
  const ground = useResource(projectId ? `rule-ground:${projectId}` : null, async () => {
    const [buildings, categories, colleagues] = await Promise.all([
      server.projects.buildings(projectId),
      server.workOrders.categories(),
      server.staff.colleagues(projectId),
    ]);
    return {
      buildings: buildings.items.map(({ id, name }) => ({ id, name })),
      categories: categories.items,
      colleagues: colleagues.items,
    };
  });
  return useMemo(() => {
    const { buildings = [], categories = [], colleagues = [] } = ground.data ?? {};
    return { buildings, categories, colleagues, names: namesOf(buildings, categories, colleagues) };
  }, [ground.data]);
}
