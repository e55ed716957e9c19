import type { ServicePolicy } from '@guihu/shared';

type NumberKey = { [K in keyof ServicePolicy]: ServicePolicy[K] extends number ? K : never }[keyof ServicePolicy];

/** Smallest and largest value of each number of the service promise, with the name people know it by. */
export const SERVICE_POLICY_LIMITS: Readonly<Record<NumberKey, { name: string; min: number; max: number }>> = {
  acceptMinutes: { name: '接单时限（分钟）', min: 1, max: 1440 },
  urgentAcceptMinutes: { name: '紧急接单时限（分钟）', min: 1, max: 1440 },
  managerAfterMinutes: { name: '升级经理间隔（分钟）', min: 1, max: 1440 },
  arriveMinutes: { name: '上门时限（分钟）', min: 5, max: 10_080 },
  urgentArriveMinutes: { name: '紧急上门时限（分钟）', min: 5, max: 1440 },
  resolveMinutes: { name: '办结时限（分钟）', min: 10, max: 43_200 },
  urgentResolveMinutes: { name: '紧急办结时限（分钟）', min: 10, max: 10_080 },
  respondMinutes: { name: '投诉首次响应时限（分钟）', min: 5, max: 1440 },
  complaintResolveMinutes: { name: '投诉办结时限（分钟）', min: 10, max: 43_200 },
  warnAtPercent: { name: '预警比例（%）', min: 10, max: 99 },
  mostPauses: { name: '最多暂停次数', min: 0, max: 20 },
  longestPauseMinutes: { name: '单次暂停上限（分钟）', min: 5, max: 43_200 },
  mostTransfers: { name: '最多转单次数', min: 0, max: 20 },
  mostReturns: { name: '最多退回次数', min: 0, max: 20 },
  mostContracts: { name: '最多转外部单位次数', min: 0, max: 20 },
  mostUrges: { name: '最多催单次数', min: 0, max: 20 },
  urgeEveryMinutes: { name: '催单间隔（分钟）', min: 1, max: 1440 },
  reopenDays: { name: '可重新处理天数', min: 0, max: 90 },
  mostReopens: { name: '最多重新处理次数', min: 0, max: 10 },
  revisitAfterHours: { name: '未评价回访（小时）', min: 1, max: 720 },
  closeAfterDays: { name: '自动关闭（天）', min: 1, max: 90 },
  lowStars: { name: '低分线（星）', min: 0, max: 4 },
};

/** What is wrong with the numbers of a draft, in Chinese; empty when they may be published. */
export function faultsOfServicePolicy(policy: ServicePolicy): string[] {
  const faults = Object.entries(SERVICE_POLICY_LIMITS).flatMap(([key, { name, min, max }]) => {
    const value = policy[key as NumberKey];
    return Number.isInteger(value) && value >= min && value <= max ? [] : [`「${name}」请填写 ${min} 到 ${max} 的整数`];
  });
  if (!['always', 'service'].includes(policy.hours)) faults.push('「计时方式」无法识别');
  return faults;
}
