import { usualStops, VIEWING_KIND_LABELS, type ViewingKind, type ViewingPlan } from '@guihu/shared';
import { type NumberGroup, numberField } from '@/components/number-groups/number-words';

/** What of a plan somebody may change. */
export type PlanContent = Omit<ViewingPlan, 'id' | 'version' | 'projectId' | 'kind'>;

export type PlanNumber = { [K in keyof PlanContent]: PlanContent[K] extends number ? K : never }[keyof PlanContent];

export const PLAN_NUMBERS: readonly NumberGroup<PlanNumber>[] = [
  {
    title: '时长和间隔',
    fields: [
      numberField('lengthMinutes', '每段多长', '分钟'),
      numberField('bufferBeforeMinutes', '之前留出', '分钟'),
      numberField('bufferAfterMinutes', '之后留出', '分钟'),
      numberField('graceMinutes', '开始多久没来算未到访', '分钟'),
    ],
  },
  {
    title: '名额',
    fields: [
      numberField('seats', '每段接待', '组'),
      numberField('reservedSeats', '其中留给高意向客户', '组'),
      numberField('reservedUntilHours', '开始前多久放给所有人', '小时'),
    ],
  },
  {
    title: '预约限制',
    fields: [
      numberField('minimumNoticeMinutes', '至少提前', '分钟'),
      numberField('horizonDays', '最多提前', '天'),
      numberField('mostOpenPerPerson', '每人最多同时约', '次'),
      numberField('mostPerPersonAndDay', '每人每天最多约', '次'),
    ],
  },
  {
    title: '改期和候补',
    fields: [
      numberField('mostReschedules', '最多改期', '次'),
      numberField('changeUntilMinutes', '开始前多久不能再改', '分钟'),
      numberField('offerMinutes', '候补名额保留', '分钟'),
    ],
  },
];

const WORKDAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
const DAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** Where a kind that was never offered begins: nothing is open until somebody saves it so. */
export function firstContent(kind: ViewingKind): PlanContent {
  const personal = kind === 'viewing' || kind === 'pre-inspection';
  return {
    title: VIEWING_KIND_LABELS[kind],
    audience: 'everybody',
    active: true,
    lengthMinutes: personal ? 60 : 120,
    bufferBeforeMinutes: personal ? 10 : 30,
    bufferAfterMinutes: personal ? 10 : 30,
    minimumNoticeMinutes: 120,
    horizonDays: 14,
    seats: personal ? 2 : 20,
    reservedSeats: 0,
    reservedUntilHours: 24,
    mostOpenPerPerson: 2,
    mostPerPersonAndDay: 1,
    mostReschedules: 2,
    changeUntilMinutes: 120,
    offerMinutes: 30,
    graceMinutes: 30,
    personalHost: personal,
    eventHostId: null,
    tourStops: usualStops(kind),
    week: personal ? Object.fromEntries(DAYS.map((day) => [day, WORKDAY])) : {},
    openDays: [],
    closures: [],
  };
}

const FIXED: readonly string[] = ['id', 'version', 'projectId', 'kind'];

/** What of a plan can be changed, of the whole. */
export function contentOf(plan: ViewingPlan): PlanContent {
  return Object.fromEntries(Object.entries(plan).filter(([key]) => !FIXED.includes(key))) as PlanContent;
}
