import {
  type ColleagueView,
  DISPATCH_MODES,
  type DispatchMode,
  type DispatchRule,
  labelOf,
  WORK_ORDER_KIND_LABELS,
  WORK_SKILLS,
  type WorkOrderCategory,
} from '@guihu/shared';

/** What the ids in rules are called; an id that nobody knows any more is told as such. */
export interface RuleNames {
  building: (id: string) => string;
  category: (id: string) => string;
  colleague: (id: string) => string;
}

const GONE = '已停用';

/** Names from what the server lists; everything may still be on its way. */
export function namesOf(
  buildings: readonly { id: string; name: string }[],
  categories: readonly WorkOrderCategory[],
  colleagues: readonly ColleagueView[],
): RuleNames {
  const named = (entries: readonly { id: string; name: string }[]) => {
    const map = new Map(entries.map(({ id, name }) => [id, name]));
    return (id: string) => map.get(id) ?? GONE;
  };
  return {
    building: named(buildings),
    category: named(categories.flatMap((category) => [category, ...category.children])),
    colleague: named(colleagues),
  };
}

const listed = (ids: readonly string[], name: (id: string) => string): string => ids.map(name).join('、');

/** When it applies: `报修，类别为水管与洁具，1号楼，20:00–08:00`; 所有工单 when nothing is asked. */
export function sayWhen({ when }: Pick<DispatchRule, 'when'>, names: RuleNames): string {
  const { kinds = [], categoryIds = [], buildingIds = [], urgent, timeFrom, timeTo } = when;
  const parts = [
    kinds.map((kind) => WORK_ORDER_KIND_LABELS[kind]).join('、'),
    categoryIds.length > 0 ? `类别为${listed(categoryIds, names.category)}` : '',
    buildingIds.length > 0 ? listed(buildingIds, names.building) : '',
    urgent === undefined ? '' : urgent ? '紧急' : '不紧急',
    timeFrom || timeTo ? `${timeFrom ?? '00:00'}–${timeTo ?? '24:00'}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : '所有工单';
}

const MODE_WORDS: Readonly<Record<DispatchMode, (whom: string) => string>> = {
  assign: (whom) => `依次指派给${whom}`,
  claim: (whom) => `由${whom}抢单，先接先得`,
  rotate: (whom) => `由${whom}轮流`,
  'least-loaded': (whom) => `派给${whom}中手上最少的一位`,
};

/** To whom: `派给会给排水的同事中手上最少的一位`. */
export function sayWhom({ group, mode }: Pick<DispatchRule, 'group' | 'mode'>, names: RuleNames): string {
  const { skills = [], staffIds = [], teamIds = [] } = group;
  const people = listed(staffIds, names.colleague);
  const skilled = skills.map((skill) => labelOf(WORK_SKILLS, skill)).join('、');
  if (mode === 'assign') return MODE_WORDS.assign(people || '（还没有选同事）');
  const whom = [people, teamIds.length > 0 ? `${teamIds.length} 个班组` : ''].filter(Boolean).join('、') || '本项目维修同事';
  return MODE_WORDS[mode](skilled ? `${whom === '本项目维修同事' ? '' : `${whom}中`}会${skilled}的同事` : whom);
}

export const MODE_NOTES: Readonly<Record<DispatchMode, string>> = {
  assign: '按选的先后顺序派给第一位可接单的同事',
  claim: '同时请当班的同事抢，先接先得',
  rotate: '一人一张轮着来',
  'least-loaded': '派给手上工单最少的同事',
};
export const MODES = Object.entries(DISPATCH_MODES).map(([value, label]) => ({ value, label }));
