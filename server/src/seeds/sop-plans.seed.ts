import type { SopPlanView, SopStep } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Who hears of a task that is late, and how many working minutes after its due time. */
const LADDER: SopStep['ladder'] = [
  { afterWorkingMinutes: 30, to: 'agent' },
  { afterWorkingMinutes: 120, to: 'leader' },
];

/** Reminders go out before the due time and at it: 0 minutes before. */
const PLANS: readonly Omit<SopPlanView, 'version'>[] = [
  {
    key: 'new-lead',
    title: '新客户跟进',
    trigger: 'lead.accepted',
    steps: [
      {
        key: 'call-now',
        title: '立即电话联系',
        hint: '客户刚留下联系方式，此时打过去最容易接通。先自我介绍，再问清户型、预算和看房时间。',
        due: { unit: 'working-minutes', amount: 15 },
        countsFromMinutesBefore: null,
        methods: ['phone'],
        needsConnection: false,
        remindMinutesBefore: [5, 0],
        ladder: LADDER,
      },
      {
        key: 'send-material',
        title: '发送项目资料',
        hint: '按客户的意向发户型图、价格区间和交通说明，不要整包转发。',
        due: { unit: 'working-minutes', amount: HOUR },
        countsFromMinutesBefore: null,
        methods: ['wechat', 'sms', 'email'],
        needsConnection: false,
        remindMinutesBefore: [15, 0],
        ladder: LADDER,
      },
      {
        key: 'next-day',
        title: '次日回访',
        hint: '问资料看了没有、家里人怎么说，约一个具体的看房时间。',
        due: { unit: 'working-days', amount: 1 },
        countsFromMinutesBefore: 12 * HOUR,
        methods: [],
        needsConnection: false,
        remindMinutesBefore: [HOUR, 0],
        ladder: LADDER,
      },
      {
        key: 'third-day',
        title: '三日回访',
        hint: '还没约到看房的，弄清楚卡在哪里：价格、位置还是时间，并更新客户意向等级。',
        due: { unit: 'working-days', amount: 3 },
        countsFromMinutesBefore: DAY,
        methods: [],
        needsConnection: false,
        remindMinutesBefore: [HOUR, 0],
        ladder: LADDER,
      },
    ],
  },
  {
    key: 'silent-31d',
    title: '久未联系回访',
    trigger: 'lead.silent',
    steps: [
      {
        key: 'revisit',
        title: '满 31 天未联系，请回访核实',
        hint: '核对联系方式和购房计划，按实际情况更新等级；已经买房或不再考虑的，请如实关闭。',
        due: { unit: 'days', amount: 31 },
        countsFromMinutesBefore: null,
        methods: [],
        needsConnection: true,
        remindMinutesBefore: [0],
        ladder: LADDER,
      },
    ],
  },
];

/** The plan of a visit (F10); installations that stood before there were visits get it too. */
export const VISITED: Omit<SopPlanView, 'version'> = {
  key: 'visited',
  title: '到访后跟进',
  trigger: 'viewing.completed',
  steps: [
    {
      key: 'next-day-feedback',
      title: '次日回访到访感受',
      hint: '谢谢客户昨天来访，问问家里人怎么看、最大的顾虑是什么，约好下一步：复访、算价或带家人来。',
      due: { unit: 'days', amount: 1 },
      countsFromMinutesBefore: 12 * HOUR,
      methods: [],
      needsConnection: false,
      remindMinutesBefore: [HOUR, 0],
      ladder: LADDER,
    },
  ],
};

/** The ready-made plans of rules D1, D6 and F10. */
export const seedSopPlans = (ground: Ground): Promise<void> => plant(ground, [...PLANS, VISITED]);

export const seedVisitPlan = (ground: Ground): Promise<void> => plant(ground, [VISITED]);

async function plant({ tx }: Ground, plans: readonly Omit<SopPlanView, 'version'>[]): Promise<void> {
  const rows = plans.map(({ key, title, trigger, steps }) => ({ plan_key: key, version: 1, title, starts_on: trigger, steps }));
  await insertRows(
    tx,
    'sop_plans',
    rows.map((row) => ({ id: newId(), ...row, active: true })),
  );
}
