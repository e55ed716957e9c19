import type { DueTimeExplanation } from '@guihu/shared';
import { dueLines } from './due-lines';

const NOW = Date.parse('2026-11-23T03:50:00Z');
const why: DueTimeExplanation = {
  startAt: '2026-11-23T03:50:00Z',
  dueAt: '2026-11-23T05:05:00Z',
  rule: '15 个工作分钟',
  clock: '林晓的班次',
  counted: [
    { from: '2026-11-23T03:50:00Z', to: '2026-11-23T04:00:00Z', minutes: 10, label: '周一 09:00–12:00 早班' },
    { from: '2026-11-23T05:00:00Z', to: '2026-11-23T05:05:00Z', minutes: 5, label: '周一 13:00–18:00 早班' },
  ],
  skipped: [{ from: '2026-11-23T04:00:00Z', to: '2026-11-23T05:00:00Z', reason: '午休' }],
  text: '',
};

it('tells counted and skipped stretches in the order in which they passed', () => {
  expect(dueLines(why, NOW).map(({ counted, title, span }) => [counted, title, span])).toEqual([
    [true, '周一 09:00–12:00 早班，计 10 分钟', '今天 11:50 至 12:00'],
    [false, '午休，不计', '今天 12:00 至 13:00'],
    [true, '周一 13:00–18:00 早班，计 5 分钟', '今天 13:00 至 13:05'],
  ]);
});

it('names the second day where a stretch crosses midnight', () => {
  const night = { ...why, counted: [], skipped: [{ from: '2026-11-23T10:00:00Z', to: '2026-11-24T01:00:00Z', reason: '下班' }] };
  expect(dueLines(night, NOW)[0]?.span).toBe('今天 18:00 至 明天 09:00');
});

it('counts a whole day as a day', () => {
  const days = { ...why, counted: [{ from: '2026-11-23T16:00:00Z', to: '2026-11-24T16:00:00Z', minutes: 1440, label: '周二 工作日' }] };
  expect(dueLines({ ...days, skipped: [] }, NOW)).toEqual([
    { at: Date.parse('2026-11-23T16:00:00Z'), counted: true, title: '周二 工作日，计 1 天', span: '明天' },
  ]);
});
