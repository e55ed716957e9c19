import { DEFAULT_SERVICE_POLICY as POLICY } from '@guihu/shared';
import fc from 'fast-check';
import { MONDAY_TEN } from '../../../../test/factories/choice.factory';
import { anyLog, type Entry, logOf, MINUTE } from '../../../../test/factories/work-order-log.factory';
import { noteOf, parcelSteps, promiseOf } from './progress.policy';

const at = (minute: number) => MONDAY_TEN + minute * MINUTE;
const NAMES: Record<string, string> = { zhang: '张伟', li: '李强', he: '何静' };
const nameOf = (id: string | null) => (id && NAMES[id]) || null;

const WAITING: Entry[] = [
  ['reported', 0],
  ['dispatched', 1],
];
const TAKEN: Entry[] = [...WAITING, ['accepted', 10]];
const DONE: Entry[] = [...TAKEN, ['arrived', 20], ['finished', 60]];
const COMPLAINT: Entry[] = [
  ['reported', 0, { kind: 'complaint' }],
  ['dispatched', 1],
  ['accepted', 10],
];

/** `已受理✓ 已派单● …` and the texts, so that a whole line is seen at once. */
function line(...entries: Entry[]): [string, string[]] {
  const signs = { done: '✓', now: '●', next: '' };
  const steps = parcelSteps(logOf(...entries), nameOf);
  return [steps.map((step) => `${step.title}${signs[step.state]}`).join(' '), steps.map((step) => step.text)];
}

describe('the parcel line of a repair (J2)', () => {
  it.each([
    ['received', [['reported', 0]], '已受理● 已派单 处理中 待评价', ['已收到，正在为您安排师傅', '', '', '']],
    ['put before somebody', WAITING, '已受理✓ 已派单● 处理中 待评价', ['已收到您的报修', '已通知张伟师傅，等待接单', '', '']],
    ['accepted', TAKEN, '已受理✓ 已派单● 处理中 待评价', ['已收到您的报修', '张伟师傅已接单', '', '']],
    [
      'at work',
      [...TAKEN, ['arrived', 20]],
      '已受理✓ 已派单✓ 处理中● 待评价',
      ['已收到您的报修', '张伟师傅已接单', '张伟师傅正在处理', ''],
    ],
    ['finished', DONE, '已受理✓ 已派单✓ 处理中✓ 待评价●', ['已收到您的报修', '张伟师傅已接单', '张伟师傅已上门', '处理完成，请您评价']],
    [
      'rated and closed',
      [...DONE, ['rated', 70], ['closed', 70]],
      '已受理✓ 已派单✓ 处理中✓ 待评价✓ 已完成✓',
      ['已收到您的报修', '张伟师傅已接单', '张伟师傅已上门', '您评了 5 星', '服务已完成'],
    ],
    [
      'closed by time',
      [...DONE, ['closed', 5000, { why: 'time' }]],
      '已受理✓ 已派单✓ 处理中✓ 待评价✓ 已完成✓',
      ['已收到您的报修', '张伟师傅已接单', '张伟师傅已上门', '处理完成，未评价', '服务已完成'],
    ],
    ['cancelled', [...TAKEN, ['cancelled', 12]], '已受理✓ 已派单✓ 已取消✓', ['已收到您的报修', '张伟师傅已接单', '您已取消']],
    ['resting on the way', [...TAKEN, ['paused', 15]], '已受理✓ 已派单● 处理中 待评价', ['已收到您的报修', '已暂停（等待配件）', '', '']],
    [
      'resting at work',
      [...TAKEN, ['arrived', 20], ['paused', 25, { reason: '业主很难沟通' }]],
      '已受理✓ 已派单✓ 处理中● 待评价',
      ['已收到您的报修', '张伟师傅已接单', '已暂停', ''],
    ],
    [
      'handed on after the visit',
      [...TAKEN, ['arrived', 20], ['transferred', 30], ['dispatched', 30, { staffId: 'li' }]],
      '已受理✓ 已派单● 处理中 待评价',
      ['已收到您的报修', '已通知李强师傅，等待接单', '', ''],
    ],
    [
      'resting on the next engineer’s way',
      [
        ...TAKEN,
        ['arrived', 20],
        ['transferred', 30],
        ['dispatched', 30, { staffId: 'li' }],
        ['accepted', 35, { staffId: 'li' }],
        ['paused', 40],
      ],
      '已受理✓ 已派单● 处理中 待评价',
      ['已收到您的报修', '已暂停（等待配件）', '', ''],
    ],
    [
      'ended by another than who came',
      [...TAKEN, ['arrived', 20], ['transferred', 30], ['dispatched', 30], ['accepted', 35, { staffId: 'li' }], ['finished', 40]],
      '已受理✓ 已派单✓ 处理中✓ 待评价●',
      ['已收到您的报修', '李强师傅已接单', '张伟师傅已上门', '处理完成，请您评价'],
    ],
    [
      'reopened',
      [...DONE, ['reopened', 100], ['dispatched', 100]],
      '已受理✓ 已派单● 处理中 待评价',
      ['已为您重新受理', '已通知张伟师傅，等待接单', '', ''],
    ],
  ] as [string, Entry[], string, string[]][])('%s', (_state, entries, titles, texts) => {
    expect(line(...entries)).toEqual([titles, texts]);
  });

  it('says who is asked when it is several, or nobody', () => {
    expect(line(['reported', 0], ['dispatched', 1, { staffId: null, claimants: ['zhang', 'li'] }])[1][1]).toBe('已通知 2 位师傅，等待接单');
    expect(line(['reported', 0], ['dispatched', 1, { staffId: null }])[1][1]).toBe('主管正在为您安排师傅');
    expect(line(...WAITING, ['declined', 3])[1][1]).not.toContain('张伟');
  });

  it('tells when each step was reached', () => {
    expect(parcelSteps(logOf(...DONE), nameOf).map((step) => step.at)).toEqual([
      '2026-11-23T02:00:00.000Z',
      '2026-11-23T02:10:00.000Z',
      '2026-11-23T02:20:00.000Z',
      '2026-11-23T03:00:00.000Z',
    ]);
  });

  it('names the firm that came instead', () => {
    expect(line(...TAKEN, ['arrived', 20], ['contracted', 30])[1][2]).toBe('安居防水正在处理，张伟师傅跟进');
  });
});

describe('the parcel line of a complaint', () => {
  it('goes from assigned to answered to done', () => {
    expect(line(...COMPLAINT)).toEqual(['已受理✓ 已指派● 已响应 处理完成', ['已收到您的投诉', '张伟已接单', '', '']]);
    expect(line(...COMPLAINT, ['responded', 20])[0]).toBe('已受理✓ 已指派✓ 已响应● 处理完成');
    expect(line(...COMPLAINT, ['responded', 20], ['finished', 60])[0]).toBe('已受理✓ 已指派✓ 已响应✓ 处理完成●');
    expect(line(...COMPLAINT, ['responded', 20], ['finished', 60], ['closed', 70])[0]).toBe('已受理✓ 已指派✓ 已响应✓ 处理完成✓');
  });
});

it('has exactly one step of now while it lives, none afterwards, and nothing done after what is to come', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const states = parcelSteps(log, nameOf).map((step) => step.state);
      expect([...states].sort((a, b) => 'done now next'.indexOf(a) - 'done now next'.indexOf(b))).toEqual(states);
      const last = log.at(-1)!.type;
      const ended = states.every((state) => state === 'done');
      expect(states.filter((state) => state === 'now')).toHaveLength(ended ? 0 : 1);
      if (last === 'cancelled' || last === 'closed') expect(ended).toBe(true);
      expect(noteOf(log, nameOf)).not.toBe('');
    }),
  );
});

describe('what the owner may count on', () => {
  const promise = (minute: number, ...entries: Entry[]) => promiseOf(logOf(...entries), POLICY, null, at(minute), nameOf);

  it.each([
    ['a yes', 5, WAITING, '预计 12:00 前有人接单'],
    ['the visit', 15, TAKEN, '师傅预计 14:10 前上门'],
    ['the end', 30, [...TAKEN, ['arrived', 20]], '预计明天 10:00 前办结'],
    ['going on', 30, [...TAKEN, ['paused', 20, { untilAt: at(300) }]], '已暂停（等待配件），预计 15:00 前继续'],
    ['somebody for a complaint', 0, COMPLAINT.slice(0, 1), '预计 12:00 前有专人接手'],
    ['the first answer', 30, COMPLAINT, '预计明天 10:00 前答复您'],
    ['the end of a complaint', 30, [...COMPLAINT, ['responded', 20]], '预计 11月25日 周三 10:00 前办结'],
    ['nothing once it is done', 70, DONE, ''],
    ['nothing once it is cancelled', 70, [...WAITING, ['cancelled', 5]], ''],
  ] as [string, number, Entry[], string][])('is %s', (_what, minute, entries, expected) => {
    expect(promise(minute, ...entries)).toBe(expected);
  });

  it('is a person once it is late, from the very instant', () => {
    expect(promise(120 - 1 / MINUTE, ...WAITING)).toBe('预计 12:00 前有人接单');
    expect(promise(120, ...WAITING)).toBe('已超时，主管正在处理');
    expect(promise(121, ...WAITING, ['escalated', 120])).toBe('已超时，主管何静正在处理');
    expect(promise(250, ...WAITING, ['escalated', 120], ['escalated', 240, { level: 2, staffId: 'li' }])).toBe('已超时，经理李强正在处理');
    expect(promise(260, ...TAKEN, ['overdue', 250])).toBe('已超时，主管何静正在处理');
    const toManager: Entry = ['escalated', 1, { level: 2, staffId: 'li' }];
    expect(promise(260, ...WAITING, toManager, ['overdue', 250, { staffId: 'li' }])).toBe('已超时，经理李强正在处理');
  });

  it('is promised again when the yes came late', () => {
    expect(promise(135, ...WAITING, ['escalated', 120], ['accepted', 130])).toBe('师傅预计 16:10 前上门');
  });
});
