import type { ServicePolicy } from '@guihu/shared';
import { numberField as field, type NumberField, type NumberGroup } from '@/components/number-groups/number-words';

export type PolicyNumber = { [K in keyof ServicePolicy]: ServicePolicy[K] extends number ? K : never }[keyof ServicePolicy];

/** The numbers of the service promise as people look for them. */
export const POLICY_GROUPS: readonly NumberGroup<PolicyNumber>[] = [
  {
    title: '接单和升级',
    fields: [
      field('acceptMinutes', '接单时限', '分钟'),
      field('urgentAcceptMinutes', '紧急接单时限', '分钟'),
      field('managerAfterMinutes', '主管未处理，多久升级经理', '分钟'),
      field('warnAtPercent', '时限用掉多少时提醒', '%'),
    ],
  },
  {
    title: '上门和办结',
    fields: [
      field('arriveMinutes', '上门时限', '分钟'),
      field('urgentArriveMinutes', '紧急上门时限', '分钟'),
      field('resolveMinutes', '办结时限', '分钟'),
      field('urgentResolveMinutes', '紧急办结时限', '分钟'),
    ],
  },
  {
    title: '投诉',
    fields: [field('respondMinutes', '首次响应时限', '分钟'), field('complaintResolveMinutes', '投诉办结时限', '分钟')],
  },
  {
    title: '暂停、转单和退回',
    fields: [
      field('mostPauses', '最多暂停', '次'),
      field('longestPauseMinutes', '一次最长暂停', '分钟'),
      field('mostTransfers', '最多转单', '次'),
      field('mostReturns', '最多退回', '次'),
      field('mostContracts', '最多转外部单位', '次'),
    ],
  },
  {
    title: '业主催单、重开和评价',
    fields: [
      field('mostUrges', '最多催单', '次'),
      field('urgeEveryMinutes', '两次催单至少间隔', '分钟'),
      field('reopenDays', '办结后可申请重新处理', '天'),
      field('mostReopens', '最多重新处理', '次'),
      field('lowStars', '几星及以下算低分', '星'),
      field('revisitAfterHours', '多久没评价就回访', '小时'),
      field('closeAfterDays', '多久没评价自动完成', '天'),
    ],
  },
];

export const HOURS_WORDS: Readonly<Record<ServicePolicy['hours'], string>> = {
  always: '全天计时，夜里也算',
  service: '非紧急的上门和办结，夜里不计时',
};

/** The groups in which two promises differ, for a sentence about what was changed. */
export function changedFields(before: ServicePolicy, after: ServicePolicy): NumberField<PolicyNumber>[] {
  return POLICY_GROUPS.flatMap(({ fields }) => fields).filter(({ key }) => before[key] !== after[key]);
}
