import { DEFAULT_SERVICE_POLICY as POLICY, type ServicePolicy } from '@guihu/shared';
import { MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { type Entry, logOf, MINUTE, SERVICE_HOURS } from '../../../../../test/factories/work-order-log.factory';
import { readClocks } from './clock.policy';
import { sayClock, urgencyOf } from './clock.text';

const at = (minute: number) => MONDAY_TEN + minute * MINUTE;
const TAKEN: Entry[] = [
  ['reported', 0],
  ['dispatched', 1],
  ['accepted', 30],
];

function view(key: string, minute: number, entries: Entry[], policy: ServicePolicy = POLICY) {
  const clocks = readClocks(logOf(...entries), policy, SERVICE_HOURS, at(minute));
  return sayClock(clocks.findLast((clock) => clock.key === key)!, at(minute));
}
const text = (key: string, minute: number, ...entries: Entry[]) => view(key, minute, entries).text;

describe('a clock in words', () => {
  it.each([
    ['what is left', 'accept', 40, [['reported', 0]], '还剩 1 小时 20 分'],
    ['how late it is', 'accept', 132, [['reported', 0]], '超时 12 分钟'],
    ['the very instant of being late', 'accept', 120, [['reported', 0]], '超时 不到 1 分钟'],
    [
      'when it was met, and how long it took',
      'accept',
      60,
      [
        ['reported', 0],
        ['dispatched', 0],
        ['accepted', 32],
      ],
      '10:32 完成，用时 32 分钟',
    ],
    [
      'of another day',
      'accept',
      1500,
      [
        ['reported', 0],
        ['dispatched', 0],
        ['accepted', 32],
      ],
      '昨天 10:32 完成，用时 32 分钟',
    ],
    [
      'how late it was met',
      'accept',
      600,
      [
        ['reported', 0],
        ['dispatched', 0],
        ['accepted', 150],
      ],
      '12:30 完成，超时 30 分钟',
    ],
    [
      'how late it was given up',
      'accept',
      600,
      [
        ['reported', 0],
        ['dispatched', 0],
        ['cancelled', 150],
      ],
      '12:30 终止，超时 30 分钟',
    ],
    [
      'that it was given up in time',
      'accept',
      600,
      [
        ['reported', 0],
        ['dispatched', 0],
        ['cancelled', 50],
      ],
      '10:50 终止，不再计时',
    ],
    ['what a pause leaves', 'arrive', 100, [...TAKEN, ['paused', 60, { untilAt: at(200) }]], '已暂停，还剩 3 小时 30 分'],
  ] as [string, string, number, Entry[], string][])('says %s', (_what, key, minute, entries, expected) => {
    expect(text(key, minute, ...entries)).toBe(expected);
  });

  it('says that somebody came before the time that was asked for', () => {
    const early: Entry[] = [
      ['reported', 0, { preferredAt: at(600) }],
      ['dispatched', 1],
      ['accepted', 30],
      ['arrived', 60],
    ];
    expect(text('arrive', 90, ...early)).toBe('11:00 完成，早于预约的时间');
    expect(text('arrive', 620, ...early.slice(0, 3), ['arrived', 610])).toBe('20:10 完成，用时 10 分钟');
  });

  it('does not count a pause as used', () => {
    const log: Entry[] = [...TAKEN, ['paused', 60, { untilAt: at(200) }], ['resumed', 120], ['arrived', 150]];
    expect(view('arrive', 160, log)).toMatchObject({ text: '12:30 完成，用时 1 小时', pausedMinutes: 60, state: 'met', name: '上门' });
  });

  it('shows how long it has rested so far', () => {
    const log: Entry[] = [...TAKEN, ['paused', 60, { untilAt: at(200) }]];
    expect([100, 500].map((minute) => view('arrive', minute, log).pausedMinutes)).toEqual([40, 140]);
  });

  it('tells how the due time came about, stretch by stretch', () => {
    const log: Entry[] = [...TAKEN, ['paused', 60, { untilAt: at(200) }], ['resumed', 120]];
    expect(view('arrive', 130, log).why).toEqual([
      '10:30–11:00 计 30 分钟',
      '11:00–12:00 暂停（等待配件），不计',
      '12:00–15:30 计 3 小时 30 分',
      '共计 4 小时，应在 15:30 前上门',
    ]);
    expect(view('arrive', 130, log)).toMatchObject({
      startedAt: '2026-11-23T02:30:00.000Z',
      dueAt: '2026-11-23T07:30:00.000Z',
      stoppedAt: null,
    });
  });

  it('tells of nights, and of the time that the owner asked for', () => {
    const evening: Entry[] = [
      ['reported', 540, { preferredAt: at(1440) }],
      ['dispatched', 540],
      ['accepted', 540],
    ];
    expect(view('arrive', 540, evening).why).toEqual([
      '19:00–明天 10:00 业主预约的时间未到，不计',
      '明天 10:00–10:30 计 30 分钟',
      '共计 30 分钟，应在明天 10:30 前上门',
    ]);
    const plain: Entry[] = [
      ['reported', 540],
      ['dispatched', 540],
      ['accepted', 540],
    ];
    expect(view('arrive', 540, plain, { ...POLICY, hours: 'service' }).why).toEqual([
      '19:00–20:00 计 1 小时',
      '20:00–明天 08:00 下班，不计',
      '明天 08:00–11:00 计 3 小时',
      '共计 4 小时，应在明天 11:00 前上门',
    ]);
  });

  it('rounds so that the parts sum up to the whole', () => {
    const log = view('arrive', 61, [...TAKEN, ['paused', 60.7, { untilAt: at(200) }], ['resumed', 120.2]]);
    expect(log.why.filter((line) => line.includes(' 计 '))).toEqual(['10:30–11:00 计 31 分钟', '12:00–15:29 计 3 小时 29 分']);
  });
});

describe('what is urgent about an order', () => {
  const urgency = (minute: number, ...entries: Entry[]) => {
    const log = logOf(...entries);
    return urgencyOf(readClocks(log, POLICY, null, at(minute)), 'resolved', at(minute));
  };

  it('is the clock that ends first, else its state', () => {
    expect(urgency(80, ['reported', 0])).toEqual({
      clock: 'accept',
      text: '待接单，还剩 40 分钟',
      late: false,
      dueAt: '2026-11-23T04:00:00.000Z',
    });
    expect(urgency(130, ['reported', 0])).toMatchObject({ text: '待接单，超时 10 分钟', late: true });
    expect(urgency(60, ['reported', 0, { kind: 'complaint' }], ['dispatched', 0], ['accepted', 5])).toMatchObject({
      text: '待响应，还剩 23 小时',
    });
    expect(urgency(60, ...TAKEN, ['finished', 50])).toEqual({ clock: null, text: '待评价', late: false, dueAt: null });
  });
});
