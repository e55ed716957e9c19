import { DISPATCH_TIERS, type DispatchSimulationView, type DispatchTier, sayDuration } from '@guihu/shared';

const MINUTE_MS = 60_000;
type Simulated = Omit<DispatchSimulationView, 'sentences'>;

const TIER_WORDS: Record<DispatchTier, string> = { ...DISPATCH_TIERS, 'on-duty': '当班同事直接接手', supervisor: '交主管安排' };

/** The result in sentences, for somebody who decides whether to publish the draft; the last one is the conclusion. */
export function saySimulation(simulated: Simulated): string[] {
  const { orders, changed, claimable, tiers } = simulated;
  if (orders === 0) return ['这段时间没有工单，无法试算'];
  const shares = tiers.filter((tier) => tier.orders > 0).map((tier) => `${TIER_WORDS[tier.tier]} ${percent(tier.share)}`);
  return [
    `按草稿重算 ${orders} 张工单：${shares.join('，')}`,
    ...(claimable > 0 ? [`其中 ${claimable} 张由当班同事抢单`] : []),
    ...sayBusiest(simulated),
    sayAcceptance(simulated),
    changed === 0 ? '没有工单会换人处理' : `${changed} 张工单（${percent(changed / orders)}）会换人处理`,
  ];
}

function sayBusiest({ engineers }: Simulated): string[] {
  const busiest = (side: 'now' | 'draft') => engineers.reduce((most, e) => Math.max(most, e[side].mostAtOnce), 0);
  const [now, draft] = [busiest('now'), busiest('draft')];
  if (now === 0 && draft === 0) return [];
  return [now === draft ? `同时在手最多的同事仍是 ${now} 张` : `同时在手最多的同事由 ${now} 张变为 ${draft} 张`];
}

function sayAcceptance({ acceptMinutes: { now, draft } }: Simulated): string {
  if (now === null || draft === null) return '接单记录不足，无法估算接单用时';
  const [was, becomes] = [now, draft].map((minutes) => sayDuration(minutes * MINUTE_MS));
  return was === becomes ? `预计平均接单用时仍为 ${was}` : `预计平均接单用时由 ${was} 变为 ${becomes}`;
}

/** Something that happened at all is never `0%`, and something that did not is never `100%` of it. */
const percent = (share: number): string => `${share === 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)))}%`;
