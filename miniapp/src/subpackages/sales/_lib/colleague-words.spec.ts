import type { ColleagueView } from '@guihu/shared';
import { colleagueNote, receivers } from './colleague-words';
import { nextDue } from './next-due';

const person = (name: string, over: Partial<ColleagueView> = {}): ColleagueView => ({
  id: name,
  name,
  role: '置业顾问',
  teamName: '一组',
  onDuty: true,
  openLeads: 10,
  capacity: 60,
  unavailable: null,
  ...over,
});

it('offers serving colleagues without the present owner, those free first, the least busy on top', () => {
  const people = [
    person('林晓'),
    person('赵一鸣', { unavailable: '今天休息', openLeads: 0 }),
    person('孙佳', { openLeads: 30 }),
    person('钱程', { openLeads: 2 }),
    person('马师傅', { role: '维修工程师' }),
    person('周明', { role: '销售经理', openLeads: 40 }),
  ];
  expect(receivers(people, '林晓').map(({ name }) => name)).toEqual(['钱程', '孙佳', '周明', '赵一鸣']);
});

it('says how busy somebody is and what stands against them', () => {
  expect(colleagueNote(person('赵一鸣', { unavailable: '今天休息' }))).toBe('一组 · 在跟 10/60 · 今天休息');
  expect(colleagueNote(person('周明', { role: '销售经理', teamName: null }))).toBe('销售经理 · 在跟 10/60');
});

it('wakes for the first offer to run out, not for one that has', () => {
  const at = (iso: string | null) => ({ acceptBy: iso });
  const now = Date.parse('2026-11-23T02:00:00Z');
  const offers = [at('2026-11-23T02:30:00Z'), at(null), at('2026-11-23T02:10:00Z'), at('2026-11-23T01:00:00Z')];
  expect(nextDue(offers, now)).toBe(Date.parse('2026-11-23T02:10:00Z'));
  expect(nextDue([at(null)], now)).toBeNull();
});
