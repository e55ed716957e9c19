import type { ColleagueView, WorkOrderBoard } from '@guihu/shared';
import { orderReceivers } from './receivers';

const person = (name: string, over: Partial<ColleagueView> = {}): ColleagueView => ({
  id: name,
  name,
  role: '维修工程师',
  teamName: '维保组',
  onDuty: true,
  openLeads: 0,
  capacity: 12,
  unavailable: '不负责线索跟进',
  ...over,
});
const hands = (name: string, open: number): WorkOrderBoard['people'][number] => ({
  id: name,
  name,
  skills: ['电工'],
  onDuty: true,
  shift: '20:00 交班',
  open,
  capacity: 12,
  late: 0,
});
const people = [
  person('马师傅'),
  person('丁师傅'),
  person('韩师傅', { onDuty: false }),
  person('林晓', { role: '置业顾问' }),
  person('沈洁', { role: '客户关系专员' }),
];
const repair = { kind: 'repair', assignee: null } as const;

it('offers those who go to homes, without the present holder, those at work and least busy first', () => {
  const names = (board: WorkOrderBoard['people'], holder?: string) =>
    orderReceivers(people, board, { ...repair, assignee: holder ? { id: holder, name: holder } : null }).map(({ name }) => name);
  expect(names([])).toEqual(['马师傅', '丁师傅', '韩师傅']);
  expect(names([hands('马师傅', 9), hands('丁师傅', 1)])).toEqual(['丁师傅', '马师傅', '韩师傅']);
  expect(names([], '马师傅')).toEqual(['丁师傅', '韩师傅']);
});

it('offers a complaint first to those who answer complaints', () => {
  expect(orderReceivers(people, [], { kind: 'complaint', assignee: null })[0]?.name).toBe('沈洁');
});

it('says how it stands with them, and nothing about leads', () => {
  const [ding, , han] = orderReceivers(people, [hands('丁师傅', 1), hands('马师傅', 2)], repair);
  expect(ding).toEqual({ id: '丁师傅', name: '丁师傅', note: '维保组 · 20:00 交班 · 手上 1/12 · 电工', doubtful: false });
  expect(han).toMatchObject({ note: '维保组 · 已关闭接单', doubtful: true });
});
