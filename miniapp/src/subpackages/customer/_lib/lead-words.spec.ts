import type { MyLead } from '@guihu/shared';
import { intentRows, sayRange, statusOf } from './lead-words';

const agent = { id: 's', name: '林晓', title: '置业顾问', phone: null, intro: null };
const steps = (last: 'done' | 'next'): MyLead['steps'] => [{ title: '与您联系', text: '', at: null, state: last }];

it.each([
  ['received', null, 'next', '正在安排顾问'],
  ['pooled', null, 'next', '正在安排顾问'],
  ['offered', agent, 'next', '等待顾问接单'],
  ['accepted', agent, 'next', '顾问已接单'],
  ['accepted', agent, 'done', '已与您联系'],
  ['closed', agent, 'done', '已结束'],
] as const)('tells a customer whose lead is %s where it stands', (status, who, last, words) => {
  expect(statusOf({ status, agent: who, steps: steps(last) }).text).toBe(words);
});

it('says a range by the ends it has', () => {
  expect(sayRange(90, 120, '㎡')).toBe('90–120㎡');
  expect(sayRange(144, undefined, '㎡')).toBe('144㎡以上');
  expect(sayRange(undefined, 90, '㎡')).toBe('90㎡以内');
  expect(sayRange(89, 89, '㎡')).toBe('89㎡');
  expect(sayRange(undefined, undefined, '㎡')).toBeNull();
});

it('repeats only what the person said', () => {
  expect(intentRows({})).toEqual([]);
  expect(intentRows({ productType: 'low-rise', budgetMin: 200_500_000, budgetMax: 300_000_000, note: '要带露台' })).toEqual([
    { label: '产品类型', value: '洋房' },
    { label: '预算', value: '200.5–300 万' },
    { label: '备注', value: '要带露台' },
  ]);
});
