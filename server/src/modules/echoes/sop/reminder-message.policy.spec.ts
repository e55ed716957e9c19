import { templateOf } from '../../../integrations/wechat/template-catalogue';
import { type ReminderLine, reminderMessage } from './reminder-message.policy';
import type { ReminderKind } from './reminders.policy';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const line = (n: number, kind: ReminderKind, over: Partial<ReminderLine> = {}): ReminderLine => ({
  kind,
  leadId: `lead-${n}`,
  customerId: `customer-${n}`,
  customer: ['许文', '李一帆', '欧阳明月'][n % 3] as string,
  project: '云溪府',
  task: '次日回访',
  agent: '林晓',
  dueAt: NOW + n,
  ...over,
});

describe('what a reminder says', () => {
  it.each([
    ['before', 'task-reminder'],
    ['due', 'task-reminder'],
    ['overdue', 'task-overdue'],
    ['leader', 'task-overdue'],
  ] as const)('%s is told as %s, on the lead’s page', (kind, intent) => {
    const message = reminderMessage('s1', [line(1, kind)], NOW);
    expect(message).toMatchObject({ intent, page: 'subpackages/sales/pages/lead/index?id=lead-1', subject: 'lead:lead-1' });
    expect(message.facts).toMatchObject({ customer: '李一帆', task: '次日回访', dueAt: NOW + 1 });
  });

  it('several tasks are one message on the page of tasks', () => {
    const message = reminderMessage('s1', [line(0, 'due'), line(1, 'before'), line(2, 'due')], NOW);
    expect(message).toEqual({
      intent: 'task-bundle',
      facts: { summary: '你有 3 项跟进要处理', count: 3, firstDueAt: NOW, customers: '许文、李一帆等 3 位' },
      page: 'subpackages/sales/pages/tasks/index',
      subject: 'staff:s1',
    });
  });

  it('a bundle says how many are late, and counts a customer once', () => {
    const late = line(0, 'overdue', { dueAt: NOW - 1 });
    expect(reminderMessage('s1', [late, line(1, 'due')], NOW).facts.summary).toBe('2 项跟进，其中 1 项已超时');
    expect(reminderMessage('s1', [late, late], NOW).facts).toMatchObject({ summary: '有 2 项跟进已超时', customers: '许文' });
    expect(reminderMessage('s1', [line(0, 'leader'), line(1, 'leader')], NOW).facts.summary).toBe('团队有 2 项跟进已超时');
  });

  it('fills exactly the fields of the template, and within the room WeChat gives', () => {
    const many = Array.from({ length: 200 }, (_, i) => line(i, 'overdue', { dueAt: NOW - 1 + (i % 2) * 2 }));
    const messages = (['before', 'due', 'overdue', 'leader'] as const).map((kind) => reminderMessage('s1', [line(1, kind)], NOW));
    for (const { intent, facts } of [...messages, reminderMessage('s1', many, NOW)]) {
      const { fields } = templateOf(intent);
      expect(Object.keys(facts).sort()).toEqual(fields.map((field) => field.name).sort());
      for (const field of fields.filter((each) => each.key.startsWith('thing')))
        expect([...String(facts[field.name])].length).toBeLessThanOrEqual(20);
    }
  });

  it('is about something', () => {
    expect(() => reminderMessage('s1', [], NOW)).toThrow(RangeError);
  });
});
