import { makeShift, shiftProblems, windowsOf } from './shift';

const at = (from: string, to: string) => ({ from, to });

describe('windows of a week', () => {
  it('may touch, cross midnight, last a whole day and come in any order', () => {
    expect(shiftProblems({ 1: [at('13:30', '18:00'), at('09:00', '12:00'), at('12:00', '13:30')] })).toEqual([]);
    expect(shiftProblems({ 1: [at('22:00', '06:00')], 2: [at('06:00', '09:00')] })).toEqual([]);
    expect(shiftProblems({ 1: [at('00:00', '24:00')], 2: [at('00:00', '24:00')] })).toEqual([]);
    expect(shiftProblems({ 1: [at('08:00', '08:00')], 2: [at('08:00', '08:00')] })).toEqual([]);
    expect(shiftProblems({})).toEqual([]);
  });

  it.each(['9:00', '24:30', '25:00', '09:60', '', '0900', '09:00:00', '上午九点'])('refuse %p as a time, in a sentence', (bad) => {
    expect(shiftProblems({ 3: [at(bad, '18:00')] })).toEqual([`周三 ${bad}–18:00 不是有效的时间，请写成 09:00 这样的 24 小时制。`]);
    expect(shiftProblems({ 3: [at('08:00', bad)] })).toHaveLength(1);
  });

  it('refuse 24:00 as a beginning', () => {
    expect(shiftProblems({ 1: [at('24:00', '06:00')] })).toHaveLength(1);
  });

  it('refuse to overlap within a day, into the next day, and from Sunday into Monday', () => {
    expect(shiftProblems({ 1: [at('09:00', '12:00'), at('11:00', '15:00')] })).toEqual([
      '周一 09:00–12:00 和 周一 11:00–15:00 重叠了，请错开。',
    ]);
    expect(shiftProblems({ 1: [at('22:00', '06:00')], 2: [at('05:59', '09:00')] })).toEqual([
      '周一 22:00–次日 06:00 和 周二 05:59–09:00 重叠了，请错开。',
    ]);
    expect(shiftProblems({ 7: [at('22:00', '06:00')], 1: [at('00:00', '09:00')] })).toEqual([
      '周日 22:00–次日 06:00 和 周一 00:00–09:00 重叠了，请错开。',
    ]);
    expect(shiftProblems({ 1: [at('09:00', '12:00'), at('09:00', '12:00')] })).toHaveLength(1);
  });

  it('refuse a weekday that does not exist and a day cut into too many pieces', () => {
    expect(shiftProblems({ 8: [] })).toEqual(['星期只能是 1（周一）到 7（周日），“8”不认识。']);
    const nine = Array.from({ length: 9 }, (_, i) => at(`0${i}:00`, `0${i}:30`));
    expect(shiftProblems({ 1: nine })).toEqual(['周一最多排 8 段。']);
  });

  it('become a shift only when nothing is wrong, missing weekdays resting', () => {
    const shift = makeShift('早班', { 1: [at('13:30', '18:00'), at('09:00', '12:00')] });
    expect(windowsOf(shift, 1).map((window) => window.text)).toEqual(['09:00–12:00', '13:30–18:00']);
    expect(windowsOf(shift, 2)).toEqual([]);
    expect(() => makeShift('早班', { 1: [at('9点', '18:00')] })).toThrow('早班：周一 9点–18:00 不是有效的时间');
  });
});
