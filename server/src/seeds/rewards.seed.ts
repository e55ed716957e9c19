import type { RewardRule, RewardTier } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds, StaffIds } from './world';

const RULES: readonly RewardRule[] = [
  {
    id: 'first-visit',
    name: '好友首次到访',
    on: 'visited',
    to: 'referrer',
    form: 'points',
    amount: { how: 'fixed', amount: 2_000 },
  },
  {
    id: 'signed',
    name: '好友签约奖励',
    on: 'signed',
    to: 'referrer',
    form: 'cash',
    amount: {
      how: 'tiered',
      tiers: [
        { fromDeals: 0, amount: 300_000 },
        { fromDeals: 2, amount: 500_000 },
        { fromDeals: 5, amount: 800_000 },
      ],
    },
  },
  {
    id: 'welcome',
    name: '新邻居一年物业费减免',
    on: 'signed',
    to: 'friend',
    form: 'fee-waiver',
    amount: { how: 'fixed', amount: 360_000 },
  },
];

const TIERS: readonly RewardTier[] = [
  { key: 'neighbour', title: '云溪邻里', fromDeals: 0, privileges: ['积分商城兑换礼品'] },
  { key: 'silver', title: '银卡推荐人', fromDeals: 2, privileges: ['签约奖励升至 ¥5,000', '节日社区活动优先报名'] },
  {
    key: 'gold',
    title: '金卡推荐人',
    fromDeals: 5,
    privileges: ['签约奖励升至 ¥8,000', '专属客户经理', '年度答谢家宴两席'],
  },
];

const GIFTS = [
  { title: '云溪府定制保温壶', description: '1.5 升不锈钢内胆，附礼盒', points: 1_200, stock: 60 },
  { title: '龙井新茶礼盒', description: '明前龙井 100 克，当季到货', points: 2_000, stock: 40 },
  { title: '家政保洁一次', description: '三小时，两人上门，提前一天预约', points: 3_000, stock: 30 },
  { title: '空调深度清洗一台', description: '挂机或柜机一台，含拆洗与消毒', points: 2_400, stock: 30 },
  { title: '亲子研学营名额', description: '周末一天，含午餐和保险，一大一小', points: 4_800, stock: 12 },
  { title: '社区健身房季卡', description: '三个月，会所一层，本人使用', points: 6_000, stock: 20 },
] as const;

/** The first published reward rules of 云溪府, and what its desk gives for points. */
export async function seedRewards({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  await insertRows(tx, 'reward_rule_sets', [
    {
      id: newId(),
      project_id: projects.YX,
      version: 1,
      rules: RULES,
      settings: { holdDays: 30, pointMonths: 24, visitPoints: 200, storyPoints: 300, tiers: TIERS },
      published_at: now,
      published_by_id: staff.manager,
    },
  ]);
  await insertRows(
    tx,
    'catalogue_items',
    GIFTS.map((gift, position) => ({ id: newId(), project_id: projects.YX, ...gift, position, active: true })),
  );
}
