import { type FieldError, isCivilDate, type ViewingPlanDraft } from '@guihu/shared';
import { minutesOf } from '../slots/slots.policy';

type Window = { from: string; to: string };

/** Whole numbers with their limits; `every`: of which they must be a multiple, as a colleague's time is kept in five minutes. */
const NUMBERS = [
  { field: 'lengthMinutes', name: '每场时长', from: 10, to: 480, every: 5 },
  { field: 'bufferBeforeMinutes', name: '前置缓冲', from: 0, to: 240, every: 5 },
  { field: 'bufferAfterMinutes', name: '后置缓冲', from: 0, to: 240, every: 5 },
  { field: 'minimumNoticeMinutes', name: '最短提前', from: 0, to: 14 * 24 * 60, every: 1 },
  { field: 'horizonDays', name: '可约天数', from: 1, to: 180, every: 1 },
  { field: 'seats', name: '每场名额', from: 1, to: 1000, every: 1 },
  { field: 'reservedSeats', name: '预留名额', from: 0, to: 1000, every: 1 },
  { field: 'reservedUntilHours', name: '预留截止', from: 0, to: 720, every: 1 },
  { field: 'mostOpenPerPerson', name: '每人未到访上限', from: 1, to: 50, every: 1 },
  { field: 'mostPerPersonAndDay', name: '每人每天上限', from: 1, to: 50, every: 1 },
  { field: 'mostReschedules', name: '改期次数', from: 0, to: 50, every: 1 },
  { field: 'changeUntilMinutes', name: '修改截止', from: 0, to: 14 * 24 * 60, every: 1 },
  { field: 'offerMinutes', name: '候补保留', from: 5, to: 24 * 60, every: 1 },
  { field: 'graceMinutes', name: '迟到宽限', from: 0, to: 24 * 60, every: 1 },
] as const satisfies readonly { field: keyof ViewingPlanDraft; [rest: string]: unknown }[];

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** What is wrong with a plan, field by field in Chinese; empty when it may be saved. */
export function faultsOfPlan(plan: ViewingPlanDraft): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (field: string, message: string) => faults.push({ field, code: 'plan', message });
  if (plan.title.trim() === '') fault('title', '请填写名称');
  for (const { field, name, from, to, every } of NUMBERS) {
    const value = plan[field];
    if (!Number.isInteger(value) || value < from || value > to) fault(field, `${name}请填写 ${from} 到 ${to} 的整数`);
    else if (value % every !== 0) fault(field, `${name}请填写 ${every} 的倍数`);
  }
  if (plan.audience === 'owners' && plan.kind === 'viewing') fault('audience', '看房对所有人开放，业主专场请设置在业主活动里');
  if (plan.reservedSeats > plan.seats) fault('reservedSeats', '预留名额不能多于每场名额');
  if (plan.personalHost && plan.eventHostId) fault('eventHostId', '每组客户各有接待时，不需要指定统一接待人');
  for (const key of Object.keys(plan.week)) {
    const name = WEEKDAYS[Number(key) - 1];
    if (!/^[1-7]$/.test(key)) fault('week', `星期只能是 1（周一）到 7（周日），“${key}”不认识`);
    else for (const said of faultsOfWindows(plan.week[key], plan.lengthMinutes)) fault(`week.${key}`, `${name}${said}`);
  }
  plan.openDays.forEach((day, i) => {
    if (!isCivilDate(day.date)) fault(`openDays.${i}.date`, '开放日期不正确');
    for (const said of faultsOfWindows(day.windows, plan.lengthMinutes)) fault(`openDays.${i}.windows`, `${day.date} ${said}`);
  });
  if (new Set(plan.openDays.map((day) => day.date)).size < plan.openDays.length) fault('openDays', '同一天只能设置一次');
  plan.closures.forEach((closure, i) => {
    if (!isCivilDate(closure.from) || !isCivilDate(closure.to)) fault(`closures.${i}.from`, '暂停接待的日期不正确');
    else if (closure.to < closure.from) fault(`closures.${i}.to`, '暂停接待的结束日期不能早于开始日期');
  });
  return faults;
}

function faultsOfWindows(windows: unknown, lengthMinutes: number): string[] {
  if (!Array.isArray(windows)) return ['的开放时段格式不正确'];
  if (windows.length > 8) return ['最多设置 8 个时段'];
  const spans = (windows as Partial<Window>[]).map((w) => ({ from: minutesOf(String(w?.from)), to: minutesOf(String(w?.to)) }));
  if (spans.some(({ from, to }) => Number.isNaN(from) || Number.isNaN(to))) return ['的时段请按 09:00 这样填写'];
  if (spans.some(({ from, to }) => from >= to)) return ['的时段结束要晚于开始'];
  if (spans.some(({ from }) => from % 5 !== 0)) return ['的时段请从整 5 分钟开始'];
  if (spans.some(({ from, to }) => to - from < lengthMinutes)) return ['有一段短于每场时长，排不下一场'];
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  return sorted.some((span, i) => i > 0 && span.from < (sorted[i - 1]?.to ?? 0)) ? ['的时段有重叠'] : [];
}
