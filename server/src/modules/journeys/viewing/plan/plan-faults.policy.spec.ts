import type { ViewingPlanDraft } from '@guihu/shared';
import { faultsOfPlan } from './plan-faults.policy';

const plan: ViewingPlanDraft = {
  projectId: 'p1',
  kind: 'viewing',
  basedOnVersion: 1,
  title: '预约看房',
  active: true,
  lengthMinutes: 60,
  bufferBeforeMinutes: 15,
  bufferAfterMinutes: 15,
  minimumNoticeMinutes: 120,
  horizonDays: 30,
  seats: 4,
  reservedSeats: 1,
  reservedUntilHours: 24,
  mostOpenPerPerson: 2,
  mostPerPersonAndDay: 1,
  mostReschedules: 3,
  changeUntilMinutes: 120,
  offerMinutes: 60,
  graceMinutes: 30,
  personalHost: true,
  eventHostId: null,
  tourStops: [],
  week: { 1: [{ from: '09:00', to: '18:00' }] },
  openDays: [],
  closures: [],
};
const windows = (from: string, to: string) => ({ 1: [{ from, to }] });

describe('a plan', () => {
  it('that makes sense may be saved', () => expect(faultsOfPlan(plan)).toEqual([]));

  it.each([
    [{ title: ' ' }, 'title', '请填写名称'],
    [{ lengthMinutes: 61 }, 'lengthMinutes', '每场时长请填写 5 的倍数'],
    [{ lengthMinutes: 0 }, 'lengthMinutes', '每场时长请填写 10 到 480 的整数'],
    [{ bufferAfterMinutes: 7 }, 'bufferAfterMinutes', '后置缓冲请填写 5 的倍数'],
    [{ seats: 1.5 }, 'seats', '每场名额请填写 1 到 1000 的整数'],
    [{ reservedSeats: 5 }, 'reservedSeats', '预留名额不能多于每场名额'],
    [{ eventHostId: 's1' }, 'eventHostId', '每组客户各有接待时，不需要指定统一接待人'],
    [{ week: { 8: [] } }, 'week', '星期只能是 1（周一）到 7（周日），“8”不认识'],
    [{ week: windows('9:00', '18:00') }, 'week.1', '周一的时段请按 09:00 这样填写'],
    [{ week: windows('18:00', '09:00') }, 'week.1', '周一的时段结束要晚于开始'],
    [{ week: windows('09:03', '18:00') }, 'week.1', '周一的时段请从整 5 分钟开始'],
    [{ week: windows('09:00', '09:30') }, 'week.1', '周一有一段短于每场时长，排不下一场'],
    [{ week: { 1: '整天' as never } }, 'week.1', '周一的开放时段格式不正确'],
    [
      {
        week: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '14:00' },
          ],
        },
      },
      'week.1',
      '周一的时段有重叠',
    ],
    [{ openDays: [{ date: '2026-02-30', windows: [], note: '' }] }, 'openDays.0.date', '开放日期不正确'],
    [{ closures: [{ from: '2026-03-02', to: '2026-03-01', note: '' }] }, 'closures.0.to', '暂停接待的结束日期不能早于开始日期'],
  ])('%p is refused with the field and what to do', (change, field, message) => {
    expect(faultsOfPlan({ ...plan, ...change })).toContainEqual({ field, code: 'plan', message });
  });
});
