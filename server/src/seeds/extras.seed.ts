import { beijingDate, type ExtraKind } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds } from './world';

const EXTRAS: readonly [kind: ExtraKind, title: string, words: string][] = [
  [
    'parking',
    '地下车位认购',
    '一期地下车库余 36 个产权车位，可按楼栋就近挑选，支持现场看位。签约后一个月内交付，充电桩安装由物业协助报装。',
  ],
  ['property', '全屋保养年卡', '一年四次上门：空调清洗、地漏疏通、门窗五金调校、插座与灯具检查。由本小区维修师傅上门，提前一天预约。'],
  ['renovation', '硬装焕新合作', '与三家通过验收的装修公司合作，业主享专属报价和两年质保，免费量房，图纸由物业审核备案。'],
];

/** What 云溪府 has for its owners beside their homes; customer relations answers for all of it. */
export async function seedExtras({ tx, now }: Ground, projects: ProjectIds): Promise<void> {
  await insertRows(
    tx,
    'extras',
    EXTRAS.map(([kind, title, words], position) => ({
      id: newId(),
      project_id: projects.YX,
      kind,
      title,
      words,
      from_day: beijingDate(now),
      until_day: null,
      active: true,
      position,
      responsible_id: null,
      created_at: now,
      updated_at: now,
    })),
  );
}
