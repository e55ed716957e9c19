import fc from 'fast-check';
import { fallingTogether, strongestOfEachTask, type WaitingReminder } from './bundling.policy';
import { TOGETHER_MS } from './reminders.policy';

const NOW = 1_000_000_000;
const reminder = (id: string, taskId: string, kind: WaitingReminder['kind'], at: number): WaitingReminder => ({ id, taskId, kind, at });
const ids = (list: readonly WaitingReminder[]) => list.map((each) => each.id);

describe('reminders that fall together', () => {
  it('leave together when the next one would follow within five minutes', () => {
    const waiting = [
      reminder('a', 'call', 'due', NOW),
      reminder('b', 'visit', 'before', NOW + TOGETHER_MS - 1),
      reminder('c', 'mail', 'due', NOW + TOGETHER_MS),
    ];
    expect(ids(fallingTogether(waiting, NOW))).toEqual(['a', 'b']);
  });

  it('do not leave before the first of them has come', () => {
    expect(fallingTogether([reminder('a', 'call', 'due', NOW + 1)], NOW)).toEqual([]);
  });

  it('tell nobody early that something is late, and keep a task’s own reminders apart', () => {
    const waiting = [
      reminder('a', 'call', 'before', NOW),
      reminder('b', 'call', 'due', NOW + 60_000),
      reminder('c', 'visit', 'leader', NOW + 60_000),
    ];
    expect(ids(fallingTogether(waiting, NOW))).toEqual(['a']);
  });

  it('speak of a task once, by the latest stage it reached', () => {
    const waiting = [reminder('a', 'call', 'before', NOW - 2), reminder('b', 'call', 'due', NOW - 1), reminder('c', 'visit', 'due', NOW)];
    expect(ids(strongestOfEachTask(waiting))).toEqual(['b', 'c']);
  });

  const waiting = fc
    .array(
      fc.record({
        taskId: fc.constantFrom('a', 'b', 'c', 'd'),
        kind: fc.constantFrom('before' as const, 'due' as const, 'overdue' as const, 'leader' as const),
        at: fc.integer({ min: NOW - 3 * TOGETHER_MS, max: NOW + 3 * TOGETHER_MS }),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map((each, i) => ({ id: String(i), ...each })));

  it('leave nothing behind whose time has come, and take nothing five minutes away', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const together = fallingTogether(all, NOW);
        const come = all.filter((each) => each.at <= NOW);
        expect(together).toEqual(expect.arrayContaining(come));
        expect(together.every((each) => each.at < NOW + TOGETHER_MS)).toBe(true);
        if (come.length === 0) expect(together).toEqual([]);
        const lines = strongestOfEachTask(together);
        expect(new Set(lines.map((each) => each.taskId))).toEqual(new Set(together.map((each) => each.taskId)));
        expect(lines).toHaveLength(new Set(lines.map((each) => each.taskId)).size);
      }),
    );
  });
});
