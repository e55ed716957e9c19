import type { LeadBoard } from '@guihu/shared';
import { boardTable, figuresOf, lateSentence, loadOf, peopleInOrder } from './board-words';

type Person = LeadBoard['people'][number];
const person = (name: string, over: Partial<Person> = {}): Person => ({
  id: name,
  name,
  teamName: '一组',
  onDuty: true,
  open: 10,
  capacity: 60,
  waiting: 0,
  late: 0,
  ...over,
});
const board: LeadBoard = {
  counts: [
    { status: 'offered', count: 3 },
    { status: 'escalated', count: 1 },
  ],
  late: { waitingAcceptance: 2, followUps: 0 },
  people: [],
};

it('shows every open status, what needs a decision first', () => {
  const figures = figuresOf(board);
  expect(figures.map(({ label, count }) => `${label} ${count}`)).toEqual(['待指定 1', '待分配 0', '待接单 3', '跟进中 0', '公海 0']);
  expect(figures.filter(({ calls }) => calls).map(({ status }) => status)).toEqual(['escalated']);
});

it('tells only what is late', () => {
  const calm = { ...board, counts: [] };
  expect(lateSentence(board, 0)).toBe('1 条等着指定同事，2 条超时未接单');
  expect(lateSentence({ ...calm, late: { waitingAcceptance: 1, followUps: 4 } }, 0)).toBe('1 条超时未接单，4 条超时未跟进');
  expect(lateSentence({ ...calm, late: { waitingAcceptance: 0, followUps: 0 } }, 0)).toBeNull();
  expect(lateSentence({ ...calm, late: { waitingAcceptance: 0, followUps: 0 } }, 3)).toBe('3 件跟进任务逾期');
});

it('puts whoever is late on top, then whoever is fullest', () => {
  const people = [person('a'), person('b', { open: 50 }), person('c', { late: 1 }), person('d', { waiting: 2 })];
  expect(peopleInOrder(people).map(({ name }) => name)).toEqual(['c', 'd', 'b', 'a']);
});

it('never draws a bar beyond its end', () => {
  expect(loadOf({ open: 70, capacity: 60 })).toBe(1);
  expect(loadOf({ open: 0, capacity: 0 })).toBe(1);
  expect(loadOf({ open: 30, capacity: 60 })).toBe(0.5);
});

it('exports one line for each colleague', () => {
  const { head, rows } = boardTable([person('林晓', { late: 2 })]);
  expect(head).toHaveLength(7);
  expect(rows).toEqual([['林晓', '一组', '在岗', 10, 60, 0, 2]]);
});
