import { CLOCKS, REVISIT_REASONS, SEVERITY_LABELS, type TimelineEntry, WORK_ORDER_KIND_LABELS, type WorkOrderKind } from '@guihu/shared';
import { beside } from './clock/clock.text';
import { honour, type NameOf, pauseWords } from './progress.policy';
import type { WorkOrderEvent, WorkOrderEventData, WorkOrderEventType, WorkOrderLog } from './work-order-log';

/** Who reads: the owner sees what concerns them, colleagues see everything. */
export interface TimelineReader {
  readonly audience: 'owner' | 'staff';
  /** Of the people of a home: whose own doing is called 我. */
  readonly customerId?: string | null;
  readonly kind: WorkOrderKind;
  readonly nameOf: NameOf;
}

/** One event in words, said for the day it happened; null when the owner has no use for it: rules, warnings, whose fault it was. */
export function timelineText(event: WorkOrderEvent, reader: TimelineReader): string | null {
  const say = (reader.audience === 'owner' ? TO_OWNER : TO_STAFF)[event.type] as Sayer<WorkOrderEventType> | undefined;
  // A type that only a later version writes: a timeline with a gap is better than none.
  return say ? say(event.data as never, event, reader) : null;
}

/** The log as it is shown, earliest first, without what is not for this reader. */
export function timelineOf(log: WorkOrderLog, reader: TimelineReader): TimelineEntry[] {
  return log.flatMap((event) => {
    const text = timelineText(event, reader);
    return text === null ? [] : [{ at: new Date(event.at).toISOString(), type: event.type, text, by: byOf(event, reader) }];
  });
}

function byOf({ actor }: WorkOrderEvent, { audience, customerId, nameOf }: TimelineReader): string | null {
  if (actor.kind === 'customer') return audience === 'staff' ? '业主' : actor.id === customerId ? '我' : '同住人';
  return actor.kind === 'staff' ? nameOf(actor.id) : null;
}

type Sayer<T extends WorkOrderEventType> = (data: WorkOrderEventData[T], event: WorkOrderEvent, reader: TimelineReader) => string | null;
type Sentences = { [T in WorkOrderEventType]: Sayer<T> };

const hidden = () => null;
const lateWords = { accept: '接单', arrive: '上门', respond: '答复', resolve: '办结' } as const;
const called = (staffId: string | null, { kind, nameOf }: TimelineReader) => honour(nameOf(staffId), kind);
const because = (reason: string | undefined) => (reason ? `：${reason}` : '');

const TO_OWNER: Sentences = {
  reported: ({ kind }) => `已收到您的${WORK_ORDER_KIND_LABELS[kind]}`,
  dispatched: ({ staffId, claimants }, _event, reader) => {
    if (staffId) return `已通知${called(staffId, reader)}`;
    const people = reader.kind === 'repair' ? '师傅' : '专人';
    return claimants && claimants.length > 0 ? `已通知附近的${people}` : `正在为您安排${people}`;
  },
  accepted: ({ staffId }, _event, reader) => `${called(staffId, reader)}已接单`,
  declined: hidden,
  returned: hidden,
  transferred: ({ toStaffId }, _event, reader) => `改由${called(toStaffId, reader)}为您服务`,
  escalated: ({ level, staffId }, _event, { nameOf }) => `已升级，${level === 2 ? '经理' : '主管'}${nameOf(staffId) ?? ''}亲自跟进`,
  warned: hidden,
  overdue: ({ clock, again }) => (again || clock === 'accept' ? null : `未能按承诺时间${lateWords[clock]}，主管已介入跟进`),
  arrived: (_data, { actor }, reader) => `${called(actor.id, reader)}已上门`,
  paused: ({ reason, untilAt }, event) => `${pauseWords(reason)}，预计${beside(untilAt, event.at)} 前继续`,
  resumed: () => '继续处理',
  responded: ({ words }) => `首次响应：${words}`,
  finished: () => '处理完成，请您评价',
  rated: ({ stars }) => `您评了 ${stars} 星`,
  urged: () => '您催了单，已转告处理人',
  cancelled: ({ reason }, { actor }) => `${actor.kind === 'customer' ? '您取消了工单' : '工单已取消'}${because(reason)}`,
  reopened: ({ why }) => (why === 'owner' ? '您申请了重新处理' : '已为您重新处理'),
  closed: () => '服务已完成',
  contracted: ({ name }) => `已安排${name}上门`,
  graded: hidden,
  'phone-revealed': hidden,
  'revisit-opened': hidden,
  'revisit-recorded': ({ connected }) => (connected ? '已电话回访' : '电话回访未接通'),
  repaired: hidden,
};

const TO_STAFF: Sentences = {
  reported: ({ kind, urgent, preferredAt }, event) => {
    const wish = preferredAt === null ? '' : `，希望${beside(preferredAt, event.at)} 上门`;
    return `提交${urgent ? '紧急' : ''}${WORK_ORDER_KIND_LABELS[kind]}${wish}`;
  },
  dispatched: ({ staffId, claimants, reason }, _event, { nameOf }) => {
    if (staffId) return `派给${nameOf(staffId) ?? '同事'}${because(reason)}`;
    if (!claimants || claimants.length === 0) return `等待主管指派${because(reason)}`;
    return `开放抢单：${claimants.map((id) => nameOf(id) ?? '同事').join('、')}`;
  },
  accepted: ({ staffId }, { actor }, { nameOf }) => (actor.id === staffId ? '已接单' : `由${nameOf(staffId) ?? '同事'}接单`),
  declined: ({ reason }) => `暂时不能接单${because(reason)}`,
  returned: ({ reason }) => `退回${because(reason)}`,
  transferred: ({ toStaffId, reason }, _event, { nameOf }) => `转给${nameOf(toStaffId) ?? '同事'}${because(reason)}`,
  escalated: ({ level, staffId }, _event, { nameOf }) => `升级给${level === 2 ? '经理' : '主管'}${nameOf(staffId) ?? ''}`,
  warned: ({ clock }) => `${CLOCKS[clock]}时限即将用完，已提醒`,
  overdue: ({ clock, again }) => `${CLOCKS[clock]}${again ? '仍未完成，再次提醒' : '超时'}`,
  arrived: ({ distanceMetres }) => (typeof distanceMetres === 'number' ? `已上门，定位距楼栋 ${Math.round(distanceMetres)} 米` : '已上门'),
  paused: ({ reason, untilAt }, event) => `暂停${because(reason)}，最迟${beside(untilAt, event.at)} 继续`,
  resumed: ({ why }) => (why === 'cap' ? '暂停时间已到，自动继续' : '继续处理'),
  responded: ({ words }) => `首次响应：${words}`,
  finished: ({ words }) => `处理完成：${words}`,
  rated: ({ stars, tags = [], comment, stillBroken }) => {
    const more = [tags.join('、'), comment ?? '', stillBroken === true ? '仍未修好' : ''].filter((part) => part !== '');
    return `评价 ${stars} 星${more.length > 0 ? `：${more.join('；')}` : ''}`;
  },
  urged: ({ words }) => `催单${because(words)}`,
  cancelled: ({ reason }) => `取消${because(reason)}`,
  reopened: ({ why, reason }) => `${why === 'owner' ? '申请重新处理' : '评价较低，重新处理'}${because(reason)}`,
  closed: ({ why }) => (why === 'time' ? '到期自动完成' : '已完成'),
  contracted: ({ name, reason }) => `转外部单位${name}${because(reason)}`,
  graded: ({ severity, reason }) => `定级为${SEVERITY_LABELS[severity]}${because(reason)}`,
  'phone-revealed': () => '查看了完整手机号',
  'revisit-opened': ({ reason, staffId }, _event, { nameOf }) => `安排${nameOf(staffId) ?? '同事'}回访：${REVISIT_REASONS[reason]}`,
  'revisit-recorded': ({ connected, satisfied, note }) => {
    const mood = satisfied === true ? '，业主满意' : satisfied === false ? '，业主不满意' : '';
    return `${connected ? '已回访' : '回访未接通'}${mood}${because(note)}`;
  },
  repaired: ({ reason }) => `系统巡检后重新安排${because(reason)}`,
};
