import { agreedTime } from './due-time.policy';
import { plannedBefore, plannedRunKey, plannedStep } from './planned-step.policy';
import { type TaskFacts, taskView } from './task-view.policy';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const names = { customerName: '许文', projectName: '云溪府', ownerName: '林晓' };
const task = (over: Partial<TaskFacts>): TaskFacts => ({
  id: 't',
  leadId: 'l',
  title: '次日回访',
  hint: '',
  status: 'open',
  dueAt: NOW,
  endedAt: null,
  dueWhy: null,
  ...over,
});

describe('a task as it is read', () => {
  it.each([
    [{ dueAt: NOW + 40 * 60_000 }, { text: '还剩 40 分钟', late: false }],
    [{ dueAt: NOW - 12 * 60_000 }, { text: '超时 12 分钟', late: true }],
    [
      { status: 'done', endedAt: NOW },
      { text: '按时完成', late: false },
    ],
    [
      { status: 'done', endedAt: NOW + 3_600_000 },
      { text: '超时 1 小时完成', late: true },
    ],
    [
      { status: 'cancelled', endedAt: NOW + 3_600_000 },
      { text: '已取消', late: false },
    ],
  ] as const)('%j has the deadline %j', (over, deadline) => {
    expect(taskView(task(over), names, NOW).deadline).toEqual(deadline);
  });

  it('was completed only when it was done', () => {
    expect(taskView(task({ status: 'done', endedAt: NOW }), names, NOW).completedAt).toBe('2026-11-23T02:00:00.000Z');
    expect(taskView(task({ status: 'cancelled', endedAt: NOW }), names, NOW).completedAt).toBeNull();
  });

  it('says its reason for the day it is read on', () => {
    const { explanation } = agreedTime(NOW, NOW + 86_400_000);
    expect(explanation.text).toBe('今天 10:00 的跟进记录约定在明天 10:00 联系');
    expect(taskView(task({ dueWhy: explanation }), names, NOW + 86_400_000).why?.text).toBe('昨天 10:00 的跟进记录约定在今天 10:00 联系');
  });
});

describe('the promised next contact', () => {
  it('is called by the plan itself; a long plan stays whole in the hint', () => {
    expect(plannedStep('周六上午\n带看样板间')).toMatchObject({ title: '周六上午 带看样板间', methods: [] });
    const long = plannedStep('😀'.repeat(300));
    expect([[...long.title].length, [...long.hint].length]).toEqual([40, 200]);
  });

  it('gives way to the promise of a later record only', () => {
    const runKey = plannedRunKey('lead', '0190-b');
    expect([plannedBefore(runKey, '0190-c'), plannedBefore(runKey, '0190-b'), plannedBefore(runKey, '0190-a')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
