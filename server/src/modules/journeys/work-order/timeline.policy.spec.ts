import { MONDAY_TEN } from '../../../../test/factories/choice.factory';
import { EVERY_TYPE, event, logOf, MINUTE } from '../../../../test/factories/work-order-log.factory';
import { type TimelineReader, timelineOf, timelineText } from './timeline.policy';
import type { WorkOrderEventData, WorkOrderEventType } from './work-order-log';

const NAMES: Record<string, string> = { zhang: '张伟', li: '李强', he: '何静' };
const nameOf = (id: string | null) => (id && NAMES[id]) || null;
const OWNER: TimelineReader = { audience: 'owner', customerId: 'owner', kind: 'repair', nameOf };
const STAFF: TimelineReader = { audience: 'staff', kind: 'repair', nameOf };
const until = MONDAY_TEN + 300 * MINUTE;

type Case = { [T in WorkOrderEventType]: [T, Partial<WorkOrderEventData[T]>, string | null, string] }[WorkOrderEventType];

const CASES: Case[] = [
  ['reported', {}, '已收到您的报修', '提交报修'],
  ['reported', { urgent: true, preferredAt: until }, '已收到您的报修', '提交紧急报修，希望 15:00 上门'],
  ['dispatched', {}, '已通知张伟师傅', '派给张伟'],
  ['dispatched', { reason: '何静指派' }, '已通知张伟师傅', '派给张伟：何静指派'],
  ['dispatched', { staffId: null, claimants: ['zhang', 'li'] }, '已通知附近的师傅', '开放抢单：张伟、李强'],
  ['dispatched', { staffId: null, reason: '没有人当班' }, '正在为您安排师傅', '等待主管指派：没有人当班'],
  ['accepted', {}, '张伟师傅已接单', '已接单'],
  ['accepted', { staffId: 'li' }, '李强师傅已接单', '由李强接单'],
  ['declined', {}, null, '暂时不能接单：手上有急活'],
  ['returned', {}, null, '退回：不是我的工种'],
  ['transferred', {}, '改由李强师傅为您服务', '转给李强：李强更熟悉'],
  ['escalated', {}, '已升级，主管何静亲自跟进', '升级给主管何静'],
  ['escalated', { level: 2, staffId: null }, '已升级，经理亲自跟进', '升级给经理'],
  ['warned', {}, null, '接单时限即将用完，已提醒'],
  ['overdue', {}, '未能按承诺时间上门，主管已介入跟进', '上门超时'],
  ['overdue', { again: true }, null, '上门仍未完成，再次提醒'],
  ['arrived', {}, '张伟师傅已上门', '已上门'],
  ['arrived', { distanceMetres: 35.4 }, '张伟师傅已上门', '已上门，定位距楼栋 35 米'],
  ['paused', { untilAt: until }, '已暂停（等待配件），预计 15:00 前继续', '暂停：等待配件，最迟 15:00 继续'],
  ['paused', { untilAt: until, reason: '业主乱改时间' }, '已暂停，预计 15:00 前继续', '暂停：业主乱改时间，最迟 15:00 继续'],
  ['resumed', {}, '继续处理', '继续处理'],
  ['resumed', { why: 'cap' }, '继续处理', '暂停时间已到，自动继续'],
  ['responded', {}, '首次响应：已联系您了解情况', '首次响应：已联系您了解情况'],
  ['finished', {}, '处理完成，请您评价', '处理完成：更换了角阀'],
  ['rated', {}, '您评了 5 星', '评价 5 星'],
  ['rated', { stars: 1, tags: ['迟到'], comment: '等了一天', stillBroken: true }, '您评了 1 星', '评价 1 星：迟到；等了一天；仍未修好'],
  ['urged', {}, '您催了单，已转告处理人', '催单'],
  ['cancelled', {}, '您取消了工单：自己修好了', '取消：自己修好了'],
  ['reopened', {}, '您申请了重新处理', '申请重新处理：又漏了'],
  ['reopened', { why: 'low-rating' }, '已为您重新处理', '评价较低，重新处理：又漏了'],
  ['closed', { why: 'time' }, '服务已完成', '到期自动完成'],
  ['closed', {}, '服务已完成', '已完成'],
  ['contracted', {}, '已安排安居防水上门', '转外部单位安居防水：需专业设备'],
  ['graded', { severity: 'major' }, null, '定级为重大：只涉及一户'],
  ['phone-revealed', {}, null, '查看了完整手机号'],
  ['revisit-opened', {}, null, '安排何静回访：48 小时未评价'],
  ['revisit-recorded', {}, '已电话回访', '已回访，业主满意：业主表示满意'],
  ['revisit-recorded', { connected: false, satisfied: null, note: '无人接听' }, '电话回访未接通', '回访未接通：无人接听'],
  ['repaired', {}, null, '系统巡检后重新安排：没有等待中的任务'],
];

describe('an event in words', () => {
  it.each(CASES)('%s %j', (type, data, toOwner, toStaff) => {
    const said = event(1, MONDAY_TEN, type, data);
    expect([timelineText(said, OWNER), timelineText(said, STAFF)]).toEqual([toOwner, toStaff]);
  });

  it('has a case for everything that can happen', () => {
    expect(new Set(CASES.map(([type]) => type)).size).toBe(EVERY_TYPE.length);
  });

  it('calls nobody a 师傅 where a complaint is concerned', () => {
    const reader: TimelineReader = { ...OWNER, kind: 'complaint' };
    expect(timelineText(event(1, MONDAY_TEN, 'accepted'), reader)).toBe('张伟已接单');
    expect(timelineText(event(1, MONDAY_TEN, 'dispatched', { staffId: null }), reader)).toBe('正在为您安排专人');
  });

  it('of a later version leaves a gap instead of failing', () => {
    expect(timelineText({ ...event(1, MONDAY_TEN, 'urged'), type: 'teleported' } as never, STAFF)).toBeNull();
  });
});

describe('the timeline', () => {
  const log = logOf(['reported', 0], ['dispatched', 1], ['declined', 2], ['dispatched', 2, { staffId: 'li' }], ['warned', 96]);

  it('shows the owner what concerns them, in order, with who did it', () => {
    expect(timelineOf(log, OWNER)).toEqual([
      { at: '2026-11-23T02:00:00.000Z', type: 'reported', text: '已收到您的报修', by: '我' },
      { at: '2026-11-23T02:01:00.000Z', type: 'dispatched', text: '已通知张伟师傅', by: null },
      { at: '2026-11-23T02:02:00.000Z', type: 'dispatched', text: '已通知李强师傅', by: null },
    ]);
  });

  it('tells somebody of the same home that it was not them', () => {
    expect(timelineOf(log, { ...OWNER, customerId: 'son' })[0]).toMatchObject({ type: 'reported', by: '同住人' });
  });

  it('shows colleagues everything', () => {
    expect(timelineOf(log, STAFF).map(({ type, by }) => [type, by])).toEqual([
      ['reported', '业主'],
      ['dispatched', null],
      ['declined', '张伟'],
      ['dispatched', null],
      ['warned', null],
    ]);
  });
});
