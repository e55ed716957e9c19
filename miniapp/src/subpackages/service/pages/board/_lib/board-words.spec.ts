import type { WorkOrderBoard } from '@guihu/shared';
import { buildingWords, clocksToWatch, lateSentence, peopleInOrder, shareOf } from './board-words';

type Person = WorkOrderBoard['people'][number];
const person = (name: string, over: Partial<Person> = {}): Person => ({
  id: name,
  name,
  skills: [],
  onDuty: true,
  shift: '当班',
  open: 1,
  capacity: 8,
  late: 0,
  ...over,
});
const clocks: WorkOrderBoard['clocks'] = [
  { clock: 'accept', name: '接单', late: 2, soon: 1 },
  { clock: 'arrive', name: '上门', late: 0, soon: 3 },
  { clock: 'resolve', name: '办结', late: 0, soon: 0 },
];

it('says what is late in one sentence, and nothing when nothing is', () => {
  expect(lateSentence({ clocks, orphans: 0 })).toBe('2 张超时未接单');
  expect(lateSentence({ clocks, orphans: 1 })).toBe('2 张超时未接单，1 张无人负责，系统正在重新安排');
  expect(lateSentence({ clocks: clocks.slice(1), orphans: 0 })).toBeNull();
  expect(clocksToWatch({ clocks }).map(({ clock }) => clock)).toEqual(['accept', 'arrive']);
});

it('tells of a building the worst first', () => {
  expect(buildingWords({ open: 5, late: 2, soon: 1 })).toBe('超时 2/5');
  expect(buildingWords({ open: 5, late: 0, soon: 1 })).toBe('将到 1/5');
  expect(buildingWords({ open: 5, late: 0, soon: 0 })).toBe('在办 5');
  expect(buildingWords({ open: 0, late: 0, soon: 0 })).toBe('无工单');
});

it('puts those with something late on top, then those at work, the fullest first', () => {
  const people = [
    person('闲', { open: 0 }),
    person('休', { onDuty: false, open: 8 }),
    person('忙', { open: 6 }),
    person('晚', { late: 1 }),
  ];
  expect(peopleInOrder(people).map(({ name }) => name)).toEqual(['晚', '忙', '闲', '休']);
  expect([shareOf({ open: 12, capacity: 8 }), shareOf({ open: 0, capacity: 0 }), shareOf({ open: 2, capacity: 8 })]).toEqual([1, 1, 0.25]);
});
