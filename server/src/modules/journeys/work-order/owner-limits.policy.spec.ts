import { DEFAULT_SERVICE_POLICY as POLICY } from '@guihu/shared';
import { MONDAY_TEN } from '../../../../test/factories/choice.factory';
import { type Entry, logOf, MINUTE } from '../../../../test/factories/work-order-log.factory';
import { mayCancel, mayRate, mayReopen, mayUrge, ownerVerbs, ratingOutcome, staffLimits } from './owner-limits.policy';

const at = (minute: number) => MONDAY_TEN + minute * MINUTE;
const WAITING: Entry[] = [
  ['reported', 0],
  ['dispatched', 0],
];
const TAKEN: Entry[] = [...WAITING, ['accepted', 10]];
const DONE: Entry[] = [...TAKEN, ['arrived', 20], ['finished', 60]];
const WEEK = 7 * 1440;

describe('urging', () => {
  const urge = (minute: number, ...entries: Entry[]) => mayUrge(logOf(...entries), POLICY, at(minute));

  it('is possible at once, and again half an hour later to the millisecond', () => {
    expect(urge(0, ...WAITING)).toEqual({ ok: true, hint: null });
    const log: Entry[] = [...WAITING, ['urged', 5]];
    expect(urge(35 - 1 / MINUTE, ...log)).toEqual({
      ok: false,
      code: 'work-order.urge-too-soon',
      hint: '已收到您的催单，10:35 后可以再次催单',
    });
    expect(urge(35, ...log).ok).toBe(true);
  });

  it('is told by a minute at which it works', () => {
    expect(urge(10, ...WAITING, ['urged', 5.5]).hint).toBe('已收到您的催单，10:36 后可以再次催单');
  });

  it('is possible three times, and anew after a reopening', () => {
    const spent: Entry[] = [...TAKEN, ['urged', 20], ['urged', 60], ['urged', 100]];
    expect(urge(500, ...spent)).toEqual({ ok: false, code: 'work-order.urges-spent', hint: '已催单 3 次，我们会尽快与您联系' });
    expect(urge(500, ...spent, ['finished', 120], ['reopened', 130]).ok).toBe(true);
  });

  it('makes no sense once it is finished', () => {
    expect(urge(70, ...DONE)).toEqual({ ok: false, code: 'work-order.state-conflict', hint: null });
  });
});

describe('cancelling', () => {
  it.each([
    ['while nobody was asked', [['reported', 0]], true],
    ['while somebody is on the way', TAKEN, true],
    ['while it rests before anybody came', [...TAKEN, ['paused', 15]], true],
    ['not once somebody came', [...TAKEN, ['arrived', 20]], false],
    ['not even when they handed it on', [...TAKEN, ['arrived', 20], ['returned', 30], ['dispatched', 30]], false],
    [
      'not once a complaint was answered',
      [
        ['reported', 0, { kind: 'complaint' }],
        ['dispatched', 0],
        ['accepted', 1],
        ['responded', 2],
      ],
      false,
    ],
    ['again after a reopening', [...DONE, ['reopened', 100], ['dispatched', 100]], true],
  ] as [string, Entry[], boolean][])('%s', (_when, entries, ok) => {
    expect(mayCancel(logOf(...entries)).ok).toBe(ok);
  });

  it('says why not', () => {
    expect(mayCancel(logOf(...TAKEN, ['arrived', 20]))).toMatchObject({
      code: 'work-order.cancel-too-late',
      hint: '师傅已上门，如需取消请直接告诉师傅',
    });
    expect(mayCancel(logOf(...DONE))).toMatchObject({ code: 'work-order.state-conflict' });
    expect(mayCancel(logOf(...WAITING, ['cancelled', 1])).ok).toBe(false);
  });
});

describe('reopening', () => {
  const reopen = (minute: number, ...entries: Entry[]) => mayReopen(logOf(...entries), POLICY, at(minute));

  it('is possible for seven days from the finishing, closed or not', () => {
    expect(reopen(60, ...DONE)).toEqual({ ok: true, until: at(60 + WEEK), hint: '如仍有问题，可在 11月30日 周一 11:00 前申请重新处理' });
    expect(reopen(60 + WEEK - 1 / MINUTE, ...DONE, ['closed', 100]).ok).toBe(true);
    expect(reopen(60 + WEEK, ...DONE)).toMatchObject({ ok: false, code: 'work-order.reopen-over', until: null });
  });

  it('is possible twice in all', () => {
    const once: Entry[] = [...DONE, ['reopened', 100], ['dispatched', 100], ['accepted', 110], ['finished', 120]];
    const twice: Entry[] = [...once, ['reopened', 200], ['dispatched', 200], ['accepted', 210], ['finished', 220]];
    expect(reopen(130, ...once)).toMatchObject({ ok: true, until: at(120 + WEEK) });
    expect(reopen(230, ...twice)).toMatchObject({ ok: false, code: 'work-order.limit-reached' });
  });

  it('is out of place while it is open or cancelled', () => {
    expect(reopen(20, ...TAKEN)).toMatchObject({ ok: false, code: 'work-order.state-conflict', hint: null });
    expect(reopen(20, ...WAITING, ['cancelled', 5]).ok).toBe(false);
  });
});

describe('rating', () => {
  const rate = (...entries: Entry[]) => mayRate(logOf(...entries)).ok;

  it('is possible once after each finishing, also when time closed it', () => {
    expect(rate(...TAKEN)).toBe(false);
    expect(rate(...DONE)).toBe(true);
    expect(rate(...DONE, ['closed', 5000, { why: 'time' }])).toBe(true);
    expect(mayRate(logOf(...DONE, ['rated', 70]))).toEqual({ ok: false, code: 'work-order.already-rated', hint: '您已评价过本次服务' });
    const again: Entry[] = [...DONE, ['rated', 70, { stars: 1 }], ['reopened', 70], ['dispatched', 70], ['accepted', 80], ['finished', 90]];
    expect(rate(...again)).toBe(true);
  });

  const outcome = (stars: number, stillBroken?: boolean | null, minute = 100, ...entries: Entry[]) =>
    ratingOutcome({ stars, stillBroken }, logOf(...(entries.length > 0 ? entries : DONE)), POLICY, at(minute));

  it('low ones are done again, unless the thing is mended: then somebody rings (J6)', () => {
    expect([1, 2, 3, 4, 5].map((stars) => outcome(stars))).toEqual(['reopen', 'reopen', 'close', 'close', 'close']);
    expect([outcome(1, true), outcome(1, null), outcome(1, false), outcome(5, true)]).toEqual(['reopen', 'reopen', 'revisit', 'close']);
  });

  it('somebody rings where it can no longer be reopened', () => {
    expect(outcome(1, true, 60 + WEEK)).toBe('revisit');
  });
});

it('shows the owner exactly what they may do', () => {
  const verbs = (minute: number, ...entries: Entry[]) => ownerVerbs(logOf(...entries), POLICY, at(minute));
  expect(verbs(1, ...WAITING)).toEqual(['urge', 'cancel']);
  expect(verbs(30, ...TAKEN, ['arrived', 20])).toEqual(['urge']);
  expect(verbs(70, ...DONE)).toEqual(['reopen', 'rate']);
  expect(verbs(WEEK + 60, ...DONE, ['rated', 70], ['closed', 70])).toEqual([]);
  expect(verbs(10, ...WAITING, ['cancelled', 5])).toEqual([]);
});

describe('what colleagues may still do', () => {
  it('is said in numbers and in words', () => {
    expect(staffLimits(logOf(...TAKEN), POLICY)).toEqual({
      transfers: 3,
      returns: 2,
      pauses: 3,
      contracts: 2,
      sentences: ['还可转单 3 次', '还可退回 2 次', '还可暂停 3 次', '还可转外部单位 2 次'],
    });
  });

  it('is used up, never below nothing, and given anew by a reopening', () => {
    const used: Entry[] = [...TAKEN, ['returned', 20], ['dispatched', 20], ['returned', 30], ['returned', 40], ['contracted', 50]];
    expect(staffLimits(logOf(...used), POLICY)).toMatchObject({ returns: 0, contracts: 1 });
    expect(staffLimits(logOf(...used), POLICY).sentences[1]).toBe('退回次数已用完');
    expect(staffLimits(logOf(...DONE, ['reopened', 100]), POLICY)).toMatchObject({ transfers: 3, pauses: 3 });
    expect(staffLimits(logOf(...TAKEN, ['declined', 11]), POLICY).returns).toBe(2);
  });
});
