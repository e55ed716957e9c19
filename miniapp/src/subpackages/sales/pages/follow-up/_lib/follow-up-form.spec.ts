import fc from 'fast-check';
import { quickTimes } from '../../../_lib/next-times';
import { type FollowUpForm, faultsOfForm, NEW_FORM, recordOf } from './follow-up-form';

const NOW = Date.parse('2026-11-23T02:00:00Z'); // Monday 10:00 in Beijing
const whole: FollowUpForm = {
  ...NEW_FORM,
  content: ' 介绍了户型 ',
  feedback: '有兴趣',
  nextPlan: '邀约看房',
  nextAt: NOW + 86_400_000,
};

it('names each of the five mandatory fields that is missing, and the next date (D8, D2)', () => {
  expect(faultsOfForm({ ...NEW_FORM, method: null }, NOW)).toEqual({
    method: '请选择跟进方式',
    content: '请写一句聊了什么',
    feedback: '请写一句客户怎么说',
    nextPlan: '请写下次准备做什么',
    nextAt: '请选择下次跟进的时间',
  });
  expect(Object.keys(faultsOfForm({ ...whole, content: '   ' }, NOW))).toEqual(['content']);
});

it('refuses a next time that is past and a contact that is still to come', () => {
  expect(faultsOfForm({ ...whole, nextAt: NOW }, NOW).nextAt).toBe('下次跟进时间需要晚于现在');
  expect(faultsOfForm({ ...whole, occurredAt: NOW + 120_001 }, NOW).occurredAt).toBe('跟进时间不能晚于现在');
  expect(faultsOfForm({ ...whole, occurredAt: NOW + 60_000 }, NOW)).toEqual({});
});

it('turns a form without faults into the record, trimmed', () => {
  expect(faultsOfForm(whole, NOW)).toEqual({});
  expect(recordOf(whole, NOW)).toEqual({
    occurredAt: '2026-11-23T02:00:00.000Z',
    method: 'phone',
    content: '介绍了户型',
    feedback: '有兴趣',
    nextPlan: '邀约看房',
    nextAt: '2026-11-24T02:00:00.000Z',
    connected: true,
  });
});

it('offers next times by the day of the week', () => {
  const labels = (iso: string) => quickTimes(Date.parse(iso)).map(({ label }) => label);
  expect(labels('2026-11-23T02:00:00Z')).toEqual(['今天下午', '明天上午', '后天', '周末']);
  expect(labels('2026-11-23T07:30:00Z')).toEqual(['今晚', '明天上午', '后天', '周末']);
  expect(labels('2026-11-26T14:00:00Z')).toEqual(['明天上午', '后天', '下周一']);
  expect(labels('2026-11-29T02:00:00Z')).toEqual(['今天下午', '明天上午', '后天', '三天后']);
});

it('offers no time twice and none that has passed, whenever it is asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: NOW - 5e10, max: NOW + 5e10 }), (now) => {
      const times = quickTimes(now).map(({ at }) => at);
      expect(new Set(times).size).toBe(times.length);
      expect(times.every((at) => at > now)).toBe(true);
    }),
  );
});
