import fc from 'fast-check';
import { firstContent } from './plan-content';
import { faultOfPlan, faultOfWindows, sayClosure, sayDays, sayPlan, slotsIn } from './plan-words';
import { weekSvg } from './week-svg';

const viewing = firstContent('viewing');
const span = (from: string, to: string) => ({ from, to });

it('tells a plan as a colleague would', () => {
  const sixteen = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [span('09:00', '17:00')]]));
  expect(sayPlan({ ...viewing, week: sixteen })).toBe('每天 8 个时段，每段 2 组');
  const week = {
    ...Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [span('09:00', '12:00')]])),
    '6': [span('09:00', '17:00')],
  };
  expect(sayPlan({ ...viewing, week, reservedSeats: 1 })).toBe('周一至周五 3 个时段，周六 8 个时段，每段 2 组，其中 1 组先留给高意向客户');
  expect(sayPlan({ ...viewing, active: false })).toBe('现在不接受预约');
  expect(sayPlan({ ...viewing, week: {} })).toBe('还没有设置开放时间');
  const openDays = [{ date: '2026-12-05', windows: [span('09:00', '11:00')], note: '' }];
  expect(sayPlan({ ...viewing, week: {}, openDays })).toBe('只在 1 个开放日接受预约，每段 2 组');
});

it('counts slots that end inside their window', () => {
  expect(slotsIn(span('09:00', '12:00'), 60)).toBe(3);
  expect(slotsIn(span('09:00', '11:59'), 60)).toBe(2);
  expect(slotsIn(span('18:00', '24:00'), 90)).toBe(4);
  expect(slotsIn(span('09:00', '12:00'), 0)).toBe(0);
});

it('names days in a row by their ends', () => {
  expect(sayDays(['周六', '周日'])).toBe('周六、周日');
  expect(sayDays(['周一', '周三', '周五'])).toBe('周一、周三、周五');
  expect(sayDays(['周三', '周四', '周五'])).toBe('周三至周五');
});

it('says what is wrong with times before they are saved', () => {
  expect(faultOfWindows([span('09:00', '12:00'), span('13:30', '17:30')], 60)).toBeNull();
  expect(faultOfWindows([span('12:00', '09:00')], 60)).toBe('结束时间需要晚于开始时间');
  expect(faultOfWindows([span('09:00', '09:30')], 60)).toContain('放不下');
  expect(faultOfWindows([span('13:00', '17:00'), span('09:00', '13:30')], 60)).toBe('两段时间重叠了，请改开');
  expect(faultOfPlan(viewing)).toBeNull();
  expect(faultOfPlan({ ...viewing, reservedSeats: 3 })).toContain('不能多于');
  expect(faultOfPlan(firstContent('event'))).toBeNull();
  expect(faultOfPlan({ ...viewing, lengthMinutes: 47 })).toContain('5 的倍数');
});

it('says days of a closure once when it is one day', () => {
  expect(sayClosure({ from: '2026-12-01', to: '2026-12-01' })).toBe('12月1日 周二');
  expect(sayClosure({ from: '2026-12-01', to: '2026-12-03' })).toBe('12月1日 周二–12月3日 周四');
});

it('draws every open window inside the week', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const week = fc.dictionary(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(week, fc.integer({ min: 0, max: 240 }), (open, length) => {
      for (const [, x, width] of weekSvg(open, length).matchAll(/x="([-\d.]+)" y="\d+" width="([-\d.]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(280.2);
      }
    }),
  );
});
